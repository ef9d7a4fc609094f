// All relations that start at one of a page of nodes.
// $keys   list of string  keys of the nodes
// $types  list of string  types of relation to read
// →    from, type, to, discriminator, state, records
// Uses constraint thing_key.
UNWIND $keys AS key
MATCH (from:Thing {key: key})-[relation]->(to)
USING INDEX SEEK from:Thing(key)
WHERE type(relation) IN $types
RETURN from.key AS from, type(relation) AS type, to.key AS to,
  relation.discriminator AS discriminator, relation._state AS state, relation._records AS records
