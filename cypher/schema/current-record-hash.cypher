// At most one version of a record is current.
// →    no rows
// Makes constraint current_record_hash.
CREATE CONSTRAINT current_record_hash IF NOT EXISTS
FOR (record:CurrentRecord) REQUIRE record.hash IS UNIQUE
