// How many relations of each type and direction a node has, by the prefix of the other end's key.
// $key    string
// $types  list of string  types of relation to count
// →    type, direction, prefix, count
// Uses constraint thing_key.
MATCH (thing:Thing {key: $key})-[relation]->(other)
USING INDEX SEEK thing:Thing(key)
WHERE type(relation) IN $types
RETURN type(relation) AS type, 'out' AS direction, split(other.key, ':')[0] + ':' AS prefix,
  count(*) AS count
UNION ALL
MATCH (thing:Thing {key: $key})<-[relation]-(other)
USING INDEX SEEK thing:Thing(key)
WHERE type(relation) IN $types
RETURN type(relation) AS type, 'in' AS direction, split(other.key, ':')[0] + ':' AS prefix,
  count(*) AS count
