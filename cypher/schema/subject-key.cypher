// What records are about and rings hold, by key, whether a node of the graph has that key or not.
// →    no rows
// Makes constraint subject_key.
CREATE CONSTRAINT subject_key IF NOT EXISTS
FOR (subject:Subject) REQUIRE subject.key IS UNIQUE
