// Relations whose both ends are among some nodes, without the records that say so.
// $keys   list of string  keys of the nodes
// $from   list of string  keys of those that they start at
// →    from, type, to, discriminator, state
// Uses constraint thing_key.
MATCH (from:Thing)
  -[relation:REGISTERED_TO|REACHED_AT|PAID_INTO|TRANSFERS_TO|HOLDS|SHIPS_FROM|SUPPLIED_BY|AT|RUNS|PROMOTES|RESELLS_FOR|CONTROLS|HAS_ROLE]->(to)
USING INDEX SEEK from:Thing(key)
WHERE from.key IN $from AND to.key IN $keys
RETURN from.key AS from, type(relation) AS type, to.key AS to,
  relation.discriminator AS discriminator, relation._state AS state
