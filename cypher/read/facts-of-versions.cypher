// What versions of records say.
// $versions  list of string
// →    version, facts
// Uses constraint record_version.
UNWIND $versions AS version
MATCH (record:Record {version: version})
USING INDEX SEEK record:Record(version)
RETURN record.version AS version, record.facts AS facts
