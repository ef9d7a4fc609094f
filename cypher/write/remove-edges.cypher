// Removes relations that nothing is said of.
// $part  map  rows: list of {from, type, to, sort}
// →    no rows
// Uses constraint thing_key.
UNWIND $part.rows AS row
MATCH (from:Thing {key: row.from})-[relation:$(row.type)]->(to)
USING INDEX SEEK from:Thing(key)
WHERE relation._sort = row.sort AND to.key = row.to
DELETE relation
