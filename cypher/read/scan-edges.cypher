// A page of nodes in order of key, with all relations that start at each.
// $after  string   key before the page, empty for the first
// $limit  integer
// →    key, relations  in order of key; relations: list of [type, to, discriminator, state, records], empty where none starts: names would be most of what is sent
// Uses constraint thing_key.
MATCH (from:Thing)
WHERE from.key > $after
WITH from ORDER BY from.key LIMIT $limit
RETURN from.key AS key, [(from)
    -[relation:REGISTERED_TO|REACHED_AT|PAID_INTO|TRANSFERS_TO|HOLDS|SHIPS_FROM|SUPPLIED_BY|AT|RUNS|PROMOTES|RESELLS_FOR|CONTROLS|HAS_ROLE]->(to) |
    [type(relation), to.key, relation.discriminator, relation._state, relation._records]
  ] AS relations
ORDER BY key
