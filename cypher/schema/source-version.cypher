// One node a loaded file and load time.
// →    no rows
// Makes constraint source_version.
CREATE CONSTRAINT source_version IF NOT EXISTS
FOR (source:Source) REQUIRE source.version IS UNIQUE
