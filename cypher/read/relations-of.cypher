// All relations of a node in either direction.
// $key    string
// $types  list of string  types of relation to read
// →    from, type, to, discriminator, state, records
// Uses constraint thing_key.
MATCH (thing:Thing {key: $key})-[relation]-()
USING INDEX SEEK thing:Thing(key)
WHERE type(relation) IN $types
RETURN startNode(relation).key AS from, type(relation) AS type, endNode(relation).key AS to,
  relation.discriminator AS discriminator, relation._state AS state, relation._records AS records
