// What versions of records say.
// $part  map  rows: list of version
// →    version, facts
// Uses constraint record_version.
UNWIND $part.rows AS version
MATCH (record:Record {version: version})
USING INDEX SEEK record:Record(version)
RETURN record.version AS version, record.facts AS facts
