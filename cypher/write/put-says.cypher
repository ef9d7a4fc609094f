// Connects records with the nodes they say something of.
// $rows  list of {version, key}, each pair once
// →    no rows
// Uses constraints record_version, thing_key.
UNWIND $rows AS row
MATCH (record:Record {version: row.version})
USING INDEX SEEK record:Record(version)
MATCH (thing:Thing {key: row.key})
USING INDEX SEEK thing:Thing(key)
CREATE (record)-[:SAYS]->(thing)
