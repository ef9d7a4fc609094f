// How many relations of each type and direction a node has, by the prefix of the other end's key.
// $key  string
// →    type, direction, prefix, count
// Uses constraint thing_key.
MATCH (thing:Thing {key: $key})
  -[relation:REGISTERED_TO|REACHED_AT|PAID_INTO|TRANSFERS_TO|HOLDS|SHIPS_FROM|SUPPLIED_BY|AT|RUNS|PROMOTES|RESELLS_FOR|CONTROLS|HAS_ROLE]-(other)
USING INDEX SEEK thing:Thing(key)
RETURN type(relation) AS type,
  CASE WHEN startNode(relation) = thing THEN 'out' ELSE 'in' END AS direction,
  split(other.key, ':')[0] + ':' AS prefix, count(*) AS count
