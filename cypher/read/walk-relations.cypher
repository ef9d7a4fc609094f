// Relations of some nodes with others in either direction, without what they say.
// $keys   list of string  keys of the nodes
// $among  list of string  keys of the others
// $types  list of string  types of relation to read
// $since  string          not those that were over before this day; null for all
// $until  string          not those that began after this day; null for all
// →    from, type, to, discriminator, records, firstSeen, lastSeen  records: how many say so
// Uses constraint thing_key.
MATCH (thing:Thing)
  -[relation:REGISTERED_TO|REACHED_AT|PAID_INTO|TRANSFERS_TO|HOLDS|SHIPS_FROM|SUPPLIED_BY|AT|RUNS|PROMOTES|RESELLS_FOR|CONTROLS|HAS_ROLE]-(other)
USING INDEX SEEK thing:Thing(key)
WHERE thing.key IN $keys AND other.key IN $among AND type(relation) IN $types
  AND ($since IS NULL OR relation.lastSeen IS NULL OR relation.lastSeen >= $since)
  AND ($until IS NULL OR relation.firstSeen IS NULL OR relation.firstSeen <= $until)
WITH DISTINCT relation
RETURN startNode(relation).key AS from, type(relation) AS type, endNode(relation).key AS to,
  relation.discriminator AS discriminator, size(relation._records) AS records,
  relation.firstSeen AS firstSeen, relation.lastSeen AS lastSeen
