// Writes versions of records that are no longer current.
// $part  map  rows: list of {properties}
// →    no rows
// Uses constraint record_version.
UNWIND $part.rows AS row
MERGE (record:Record {version: row.properties.version})
SET record = row.properties
