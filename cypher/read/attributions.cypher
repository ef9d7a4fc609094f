// Where the goods of a ring may come from, by rank.
// $run   integer  id of the run
// $ring  string   id of the ring
// →    place, body  in order of place
// Uses constraint run_id, index attribution_ring.
MATCH (run:Run {id: $run})
MATCH (attribution:Attribution {batch: run.batch, ring: $ring})
RETURN attribution.place AS place, attribution.body AS body ORDER BY place
