// Lets versions of records that are no longer current be found by the nodes that they name.
// $part  map  rows: list of {version, tokens, keys}, each version once
// →    no rows
// Uses constraints record_version, subject_key.
UNWIND $part.rows AS row
MATCH (record:Record {version: row.version})
USING INDEX SEEK record:Record(version)
SET record:EndedRecord, record._tokens = row.tokens
WITH record, row
UNWIND row.keys AS key
MERGE (subject:Subject {key: key})
MERGE (record)-[:NAMED]->(subject)
