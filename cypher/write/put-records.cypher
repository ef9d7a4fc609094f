// Writes current versions of records, with the nodes that they say something of and what else they are about.
// $part  map  rows: list of {properties, says: list of key, about: list of key}
// →    no rows
// Uses constraints record_version, thing_key, subject_key.
UNWIND $part.rows AS row
MERGE (record:Record {version: row.properties.version})
SET record = row.properties, record:CurrentRecord
WITH record, row
CALL (record, row) {
  UNWIND row.says AS key
  MATCH (thing:Thing {key: key})
  USING INDEX SEEK thing:Thing(key)
  CREATE (record)-[:SAYS]->(thing)
}
FOREACH (key IN row.about |
  MERGE (subject:Subject {key: key})
  CREATE (record)-[:ABOUT]->(subject)
)
