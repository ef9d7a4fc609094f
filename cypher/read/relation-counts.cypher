// How many relations nodes have in either direction.
// $keys   list of string  keys of the nodes
// $types  list of string  types of relation to count
// →    key, relations  no row for a node that has none
// Uses constraint thing_key.
MATCH (thing:Thing)
  -[relation:REGISTERED_TO|REACHED_AT|PAID_INTO|TRANSFERS_TO|HOLDS|SHIPS_FROM|SUPPLIED_BY|AT|RUNS|PROMOTES|RESELLS_FOR|CONTROLS|HAS_ROLE]-()
USING INDEX SEEK thing:Thing(key)
WHERE thing.key IN $keys AND type(relation) IN $types
RETURN thing.key AS key, count(*) AS relations
