// All relations that start at one of a page of nodes.
// $keys   list of string  keys of the nodes
// →    from, type, to, discriminator, state, records
// Uses constraint thing_key.
UNWIND $keys AS key
MATCH (from:Thing {key: key})
  -[relation:REGISTERED_TO|REACHED_AT|PAID_INTO|TRANSFERS_TO|HOLDS|SHIPS_FROM|SUPPLIED_BY|AT|RUNS|PROMOTES|RESELLS_FOR|CONTROLS|HAS_ROLE]->(to)
USING INDEX SEEK from:Thing(key)
RETURN from.key AS from, type(relation) AS type, to.key AS to,
  relation.discriminator AS discriminator, relation._state AS state, relation._records AS records
