// A run has an id once it is published.
// →    no rows
// Makes constraint run_id.
CREATE CONSTRAINT run_id IF NOT EXISTS
FOR (run:Run) REQUIRE run.id IS UNIQUE
