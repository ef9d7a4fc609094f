// A page of neighbours that a node points to by one type of relation, and how many there are in all.
// $key        string
// $type       string   type of the relation
// $lowest     string   keys of the neighbours are at least this
// $highest    string   and below this
// $afterKey   string   neighbour before the page, empty for the first
// $afterSort  string   sortable discriminator before the page
// $limit      integer
// →    count, page  one row; page: list of {from, type, to, discriminator, sort, edgeState, key, state} in order of key, sort
// Uses constraint thing_key.
OPTIONAL MATCH (thing:Thing {key: $key})
USING INDEX SEEK thing:Thing(key)
CALL (thing) {
  MATCH (thing)
    -[relation:REGISTERED_TO|REACHED_AT|PAID_INTO|TRANSFERS_TO|HOLDS|SHIPS_FROM|SUPPLIED_BY|AT|RUNS|PROMOTES|RESELLS_FOR|CONTROLS|HAS_ROLE]->(other)
  WHERE type(relation) = $type AND other.key >= $lowest AND other.key < $highest
  RETURN count(*) AS count
}
CALL (thing) {
  MATCH (thing)
    -[relation:REGISTERED_TO|REACHED_AT|PAID_INTO|TRANSFERS_TO|HOLDS|SHIPS_FROM|SUPPLIED_BY|AT|RUNS|PROMOTES|RESELLS_FOR|CONTROLS|HAS_ROLE]->(other)
  WHERE type(relation) = $type AND other.key >= $lowest AND other.key < $highest
    AND (other.key > $afterKey OR (other.key = $afterKey AND relation._sort > $afterSort))
  WITH relation, other ORDER BY other.key, relation._sort LIMIT $limit
  RETURN collect({
    from: $key, type: $type, to: other.key, discriminator: relation.discriminator,
    sort: relation._sort, edgeState: relation._state,
    key: other.key, state: other._state
  }) AS page
}
RETURN count, page
