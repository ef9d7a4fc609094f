// Nodes by key, without the records that say so.
// $keys  list of string  keys of the nodes
// →    key, state  in order of key; none for keys without a node
// Uses constraint thing_key.
MATCH (thing:Thing)
USING INDEX SEEK thing:Thing(key)
WHERE thing.key IN $keys
RETURN thing.key AS key, thing._state AS state
ORDER BY key
