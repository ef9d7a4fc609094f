// Published runs, latest first.
// →    id, body
// Uses constraint run_id.
MATCH (run:Run)
WHERE run.id IS NOT NULL
RETURN run.id AS id, run.body AS body ORDER BY id DESC
