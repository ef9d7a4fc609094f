// How many rings a run has.
// $run  integer  id of the run
// →    count  no row when there is no such run
// Uses constraint run_id, index ring_place.
MATCH (run:Run {id: $run})
OPTIONAL MATCH (ring:RunRing {batch: run.batch}) WHERE ring.place > ''
RETURN count(ring) AS count
