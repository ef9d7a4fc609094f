// Closes versions of records in known time; they no longer say anything of the graph.
// $part  map      rows: list of version
// $at    integer  epoch ms
// →    no rows
// Uses constraint record_version.
UNWIND $part.rows AS version
MATCH (record:Record {version: version})
USING INDEX SEEK record:Record(version)
OPTIONAL MATCH (record)-[said:SAYS|ABOUT]->()
DELETE said
WITH DISTINCT record
REMOVE record:CurrentRecord
SET record.supersededAt = $at
