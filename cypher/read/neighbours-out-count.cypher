// How many neighbours that a node points to by one type of relation.
// $key      string
// $type     string  type of the relation
// $lowest   string  keys of the neighbours are at least this
// $highest  string  and below this
// →    count  one row
// Uses constraint thing_key.
MATCH (thing:Thing {key: $key})-[relation:$($type)]->(other)
USING INDEX SEEK thing:Thing(key)
WHERE other.key >= $lowest AND other.key < $highest
RETURN count(*) AS count
