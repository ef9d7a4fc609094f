// Writes relations that do not stand yet. A MERGE would scan all relations, as the type is a parameter.
// $part  map  rows: list of {from, type, to, properties}
// →    no rows
// Uses constraint thing_key.
UNWIND $part.rows AS row
MATCH (from:Thing {key: row.from})
USING INDEX SEEK from:Thing(key)
MATCH (to:Thing {key: row.to})
USING INDEX SEEK to:Thing(key)
CREATE (from)-[relation:$(row.type)]->(to)
SET relation = row.properties
