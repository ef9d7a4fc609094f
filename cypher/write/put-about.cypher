// Connects records with what they are about.
// $rows  list of {version, key}, each pair once
// →    no rows
// Uses constraints record_version, subject_key.
UNWIND $rows AS row
MATCH (record:Record {version: row.version})
USING INDEX SEEK record:Record(version)
MERGE (subject:Subject {key: row.key})
CREATE (record)-[:ABOUT]->(subject)
