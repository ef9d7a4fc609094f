// How many shops point to nodes, and by how many relations.
// $keys   list of string  keys of the nodes
// $types  list of string  types of relation to count
// →    key, relations, shops  in order of key; no row for a node that no shop points to
// Uses constraint thing_key.
MATCH (thing:Thing)<-[relation]-(shop:Shop)
USING INDEX SEEK thing:Thing(key)
WHERE thing.key IN $keys AND type(relation) IN $types
RETURN thing.key AS key, count(*) AS relations, count(DISTINCT shop) AS shops
ORDER BY key
