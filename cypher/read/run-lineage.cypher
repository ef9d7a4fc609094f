// Which rings are no more in a published run, and which shops came and went.
// $run  integer
// →    body  no row when there is no such run or it does not say
// Uses constraint run_id.
MATCH (run:Run {id: $run})
WHERE run.lineage IS NOT NULL
RETURN run.lineage AS body
