// How many shops point to nodes.
// $keys       list of string  keys of the nodes
// $exactUpTo  integer         above so many relations these are counted instead
// →    key, shops  no row for a node that no shop points to
// Uses constraint thing_key.
MATCH (thing:Thing)
  <-[relation:REGISTERED_TO|REACHED_AT|PAID_INTO|TRANSFERS_TO|HOLDS|SHIPS_FROM|SUPPLIED_BY|AT|RUNS|PROMOTES|RESELLS_FOR|CONTROLS|HAS_ROLE]-(shop:Shop)
USING INDEX SEEK thing:Thing(key)
WHERE thing.key IN $keys
WITH thing, count(*) AS relations, count(DISTINCT shop) AS shops
RETURN thing.key AS key, CASE WHEN $exactUpTo < relations THEN relations ELSE shops END AS shops
