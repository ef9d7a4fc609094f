// Removes nodes that nothing is said of.
// $keys  list of string
// →    no rows
// Uses constraint thing_key.
UNWIND $keys AS key
MATCH (thing:Thing {key: key})
USING INDEX SEEK thing:Thing(key)
DETACH DELETE thing
