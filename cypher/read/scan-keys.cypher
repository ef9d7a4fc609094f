// A page of the keys of nodes.
// $after  string   key before the page, empty for the first
// $limit  integer
// →    key  in order
// Uses constraint thing_key.
MATCH (thing:Thing)
WHERE thing.key > $after
RETURN thing.key AS key ORDER BY key LIMIT $limit
