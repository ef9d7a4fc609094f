// Removes versions that were replaced in the moment they were written, and so were never known.
// $part  map  rows: list of version
// →    no rows
// Uses constraint record_version.
UNWIND $part.rows AS version
MATCH (record:Record {version: version})
USING INDEX SEEK record:Record(version)
DETACH DELETE record
