// Removes versions that were replaced in the moment they were written, and so were never known.
// $versions  list of string
// →    no rows
// Uses constraint record_version.
UNWIND $versions AS version
MATCH (record:Record {version: version})
USING INDEX SEEK record:Record(version)
DETACH DELETE record
