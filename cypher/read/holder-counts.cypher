// How many shops point to nodes.
// $keys       list of string  keys of the nodes
// $types      list of string  types of relation to count
// $exactUpTo  integer         above so many relations these are counted instead
// →    key, shops  no row for a node that no shop points to
// Uses constraint thing_key.
MATCH (thing:Thing)<-[relation]-(shop:Shop)
USING INDEX SEEK thing:Thing(key)
WHERE thing.key IN $keys AND type(relation) IN $types
WITH thing, count(*) AS relations, count(DISTINCT shop) AS shops
RETURN thing.key AS key, CASE WHEN $exactUpTo < relations THEN relations ELSE shops END AS shops
