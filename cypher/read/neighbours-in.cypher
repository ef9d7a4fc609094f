// A page of neighbours that point to a node by one type of relation.
// $key        string
// $type       string   type of the relation
// $lowest     string   keys of the neighbours are at least this
// $highest    string   and below this
// $afterKey   string   neighbour before the page, empty for the first
// $afterSort  string   sortable discriminator before the page
// $limit      integer
// →    from, type, to, discriminator, sort, edgeState, edgeRecords, key, state, records  in order of key, sort
// Uses constraint thing_key.
MATCH (thing:Thing {key: $key})<-[relation:$($type)]-(other)
USING INDEX SEEK thing:Thing(key)
WHERE other.key >= $lowest AND other.key < $highest
  AND (other.key > $afterKey OR (other.key = $afterKey AND relation._sort > $afterSort))
WITH relation, other ORDER BY other.key, relation._sort LIMIT $limit
RETURN other.key AS from, $key AS to, $type AS type, relation.discriminator AS discriminator,
  relation._sort AS sort, relation._state AS edgeState, relation._records AS edgeRecords,
  other.key AS key, other._state AS state,
  [(other)<-[:SAYS]-(record) | record.hash] AS records
ORDER BY key, sort
