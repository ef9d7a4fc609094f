// One node a run, published or being written.
// →    no rows
// Makes constraint run_batch.
CREATE CONSTRAINT run_batch IF NOT EXISTS
FOR (run:Run) REQUIRE run.batch IS UNIQUE
