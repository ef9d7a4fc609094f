// One ring of a run.
// $run   integer  id of the run
// $ring  string   id of the ring
// →    place, body  no row when the run has no such ring
// Uses constraints run_id, ring_id.
MATCH (run:Run {id: $run})
MATCH (ring:RunRing {batch: run.batch, id: $ring})
RETURN ring.place AS place, ring.body AS body
