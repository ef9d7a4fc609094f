// Writes all properties of standing relations anew.
// $part  map  rows: list of {from, type, to, properties}
// →    no rows
// Uses constraint thing_key.
UNWIND $part.rows AS row
MATCH (from:Thing {key: row.from})-[relation:$(row.type)]->(to)
USING INDEX SEEK from:Thing(key)
WHERE relation._sort = row.properties._sort AND to.key = row.to
SET relation = row.properties
