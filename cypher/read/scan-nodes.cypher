// A page of nodes in order of key.
// $after    string   key before the page
// $highest  string   all keys are below it
// $limit    integer
// →    key, state, records  in order of key
// Uses constraint thing_key.
MATCH (thing:Thing)
WHERE thing.key > $after AND thing.key < $highest
WITH thing ORDER BY thing.key LIMIT $limit
RETURN thing.key AS key, thing._state AS state,
  [(thing)<-[:SAYS]-(record) | record.hash] AS records
ORDER BY key
