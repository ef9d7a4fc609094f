// Removes relations of one type that nothing is said of.
// $type  string  type of the relations
// $rows  list of {from, to, sort}
// →    no rows
// Uses constraint thing_key.
UNWIND $rows AS row
MATCH (from:Thing {key: row.from})-[relation:$($type)]->(to)
USING INDEX SEEK from:Thing(key)
WHERE relation._sort = row.sort AND to.key = row.to
DELETE relation
