// Marks versions of records as current.
// $versions  list of string
// →    no rows
// Uses constraint record_version.
UNWIND $versions AS version
MATCH (record:Record {version: version})
USING INDEX SEEK record:Record(version)
SET record:CurrentRecord
