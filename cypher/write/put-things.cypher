// Writes nodes of one kind, all their properties anew.
// $kind  string  kind of the nodes, which is their second label
// $rows  list of map with a key
// →    no rows
// Uses constraint thing_key.
UNWIND $rows AS row
MERGE (thing:Thing {key: row.key})
SET thing = row, thing:$($kind)
