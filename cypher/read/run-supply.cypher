// What a published run says of the supply of all its rings together.
// $run  integer
// →    body  no row when there is no such run or it does not say
// Uses constraint run_id.
MATCH (run:Run {id: $run})
WHERE run.supply IS NOT NULL
RETURN run.supply AS body
