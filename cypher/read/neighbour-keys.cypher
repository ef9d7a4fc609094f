// Keys of all nodes that a node is related to in either direction.
// $key    string
// $types  list of string  types of relation to follow
// $since  string          not those that were over before this day; null for all
// $until  string          not those that began after this day; null for all
// →    key  in order of key
// Uses constraint thing_key.
MATCH (thing:Thing {key: $key})-[relation]-(other)
USING INDEX SEEK thing:Thing(key)
WHERE type(relation) IN $types
  AND ($since IS NULL OR relation.lastSeen IS NULL OR relation.lastSeen >= $since)
  AND ($until IS NULL OR relation.firstSeen IS NULL OR relation.firstSeen <= $until)
RETURN DISTINCT other.key AS key
ORDER BY key
