// All versions of a record by its hash.
// →    no rows
// Makes index record_hash.
CREATE INDEX record_hash IF NOT EXISTS
FOR (record:Record) ON (record.hash)
