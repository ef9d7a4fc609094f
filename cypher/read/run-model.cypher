// What a published run judged pairs by.
// $run  integer
// →    body  no row when there is no such run or it keeps none
// Uses constraint run_id.
MATCH (run:Run {id: $run})
WHERE run.model IS NOT NULL
RETURN run.model AS body
