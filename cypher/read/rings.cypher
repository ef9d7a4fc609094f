// A page of rings of a run, by rank.
// $run    integer  id of the run
// $after  string   place before the page, empty for the first
// $limit  integer
// →    place, body  in order of place
// Uses constraint run_id, index ring_place.
MATCH (run:Run {id: $run})
MATCH (ring:RunRing {batch: run.batch})
WHERE ring.place > $after
RETURN ring.place AS place, ring.body AS body ORDER BY place LIMIT $limit
