// What has been folded into nodes so far.
// $part  map  rows: list of key
// →    key, state  none for keys without a node
// Uses constraint thing_key.
UNWIND $part.rows AS key
MATCH (thing:Thing {key: key})
USING INDEX SEEK thing:Thing(key)
RETURN thing.key AS key, thing._state AS state
