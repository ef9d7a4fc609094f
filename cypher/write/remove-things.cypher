// Removes nodes that nothing is said of.
// $part  map  rows: list of key
// →    no rows
// Uses constraint thing_key.
UNWIND $part.rows AS key
MATCH (thing:Thing {key: key})
USING INDEX SEEK thing:Thing(key)
DETACH DELETE thing
