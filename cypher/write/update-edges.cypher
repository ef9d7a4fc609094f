// Writes all properties of standing relations of one type anew.
// $type  string  type of the relations
// $rows  list of {from, to, sort, properties}
// →    no rows
// Uses constraint thing_key.
UNWIND $rows AS row
MATCH (from:Thing {key: row.from})-[relation:$($type)]->(to)
USING INDEX SEEK from:Thing(key)
WHERE relation._sort = row.sort AND to.key = row.to
SET relation = row.properties
