// What people call nodes.
// $keys  list of string  keys of the nodes
// →    key, state
// Uses constraint thing_key.
MATCH (thing:Thing)
USING INDEX SEEK thing:Thing(key)
WHERE thing.key IN $keys
RETURN thing.key AS key, thing._state AS state
