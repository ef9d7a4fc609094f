// Relations whose both ends are among some nodes.
// $keys   list of string  keys of the nodes
// $from   list of string  keys of those that they start at
// $types  list of string  types of relation to read
// →    from, type, to, discriminator, state, records
// Uses constraint thing_key.
MATCH (from:Thing)-[relation]->(to)
USING INDEX SEEK from:Thing(key)
WHERE from.key IN $from AND to.key IN $keys AND type(relation) IN $types
RETURN from.key AS from, type(relation) AS type, to.key AS to,
  relation.discriminator AS discriminator, relation._state AS state, relation._records AS records
