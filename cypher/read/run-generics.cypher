// What counted for nothing in a published run.
// $run  integer
// →    body  no row when there is no such run or it does not say
// Uses constraint run_id.
MATCH (run:Run {id: $run})
WHERE run.generics IS NOT NULL
RETURN run.generics AS body
