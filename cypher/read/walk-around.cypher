// Nodes that nodes are related to in either direction.
// $keys   list of string  keys of the nodes
// $types  list of string  types of relation to follow
// $since  string          not those that were over before this day; null for all
// $until  string          not those that began after this day; null for all
// →    key, others  others: their keys, one for each relation; no row for a node that has none
// Uses constraint thing_key.
MATCH (thing:Thing)
  -[relation:REGISTERED_TO|REACHED_AT|PAID_INTO|TRANSFERS_TO|HOLDS|SHIPS_FROM|SUPPLIED_BY|AT|RUNS|PROMOTES|RESELLS_FOR|CONTROLS|HAS_ROLE]-(other)
USING INDEX SEEK thing:Thing(key)
WHERE thing.key IN $keys AND type(relation) IN $types
  AND ($since IS NULL OR relation.lastSeen IS NULL OR relation.lastSeen >= $since)
  AND ($until IS NULL OR relation.firstSeen IS NULL OR relation.firstSeen <= $until)
RETURN thing.key AS key, collect(other.key) AS others
