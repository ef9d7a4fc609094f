// Marks runs that were begun and never published, so that nobody publishes them any more.
// →    count  one row: how many there are, those that were marked before among them
// Scans the runs.
MATCH (run:Run) WHERE run.id IS NULL
SET run.abandoned = true
RETURN count(run) AS count
