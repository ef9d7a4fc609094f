// Closes versions of records in known time; they no longer say anything of the graph.
// $versions  list of string
// $at        integer  epoch ms
// →    no rows
// Uses constraint record_version.
UNWIND $versions AS version
MATCH (record:Record {version: version})
USING INDEX SEEK record:Record(version)
OPTIONAL MATCH (record)-[said:SAYS|ABOUT]->()
DELETE said
WITH DISTINCT record
REMOVE record:CurrentRecord
SET record.supersededAt = $at
