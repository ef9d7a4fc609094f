// One node a version of a record: what it said from a moment on.
// →    no rows
// Makes constraint record_version.
CREATE CONSTRAINT record_version IF NOT EXISTS
FOR (record:Record) REQUIRE record.version IS UNIQUE
