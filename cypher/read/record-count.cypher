// How many records are current.
// →    count  one row
// Uses the node count store.
MATCH (record:CurrentRecord)
RETURN count(record) AS count
