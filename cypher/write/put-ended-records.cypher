// Writes versions of records that are no longer current.
// $part  map  rows: list of {version, properties}
// →    no rows
// Uses constraint record_version.
UNWIND $part.rows AS row
MERGE (record:Record {version: row.version})
SET record = row.properties
