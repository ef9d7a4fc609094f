// Writes versions of records.
// $rows  list of {version, properties}
// →    no rows
// Uses constraint record_version.
UNWIND $rows AS row
MERGE (record:Record {version: row.version})
SET record = row.properties
