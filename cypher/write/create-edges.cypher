// Writes relations of one type that do not stand yet. A MERGE would scan all relations, as the type is a parameter.
// $type  string  type of the relations
// $rows  list of {from, to, sort, properties}
// →    no rows
// Uses constraint thing_key.
UNWIND $rows AS row
MATCH (from:Thing {key: row.from})
USING INDEX SEEK from:Thing(key)
MATCH (to:Thing {key: row.to})
USING INDEX SEEK to:Thing(key)
CREATE (from)-[relation:$($type)]->(to)
SET relation = row.properties
