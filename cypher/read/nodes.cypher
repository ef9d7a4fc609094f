// Nodes by key, with the records that say so.
// $keys  list of string
// →    key, state, records  in order of key; none for keys without a node
// Uses constraint thing_key.
UNWIND $keys AS key
MATCH (thing:Thing {key: key})
USING INDEX SEEK thing:Thing(key)
WITH DISTINCT thing
RETURN thing.key AS key, thing._state AS state,
  [(thing)<-[:SAYS]-(record) | record.hash] AS records
ORDER BY key
