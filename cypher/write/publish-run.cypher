// Publishes a run whose parts are all written, by giving it an id.
// $batch  integer
// $id     integer, null for the next one
// →    id  no row when the run was abandoned meanwhile, and then nothing was published
// Uses constraints run_batch, run_id.
MATCH (run:Run {batch: $batch})
WHERE run.abandoned IS NULL
OPTIONAL MATCH (published:Run) WHERE published.id IS NOT NULL
WITH run, coalesce($id, coalesce(max(published.id), 0) + 1) AS id
SET run.id = id
RETURN run.id AS id
