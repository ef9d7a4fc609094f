// A page of rings of a run, by rank, and how many there are in all.
// $run    integer  id of the run
// $after  string   place before the page, empty for the first
// $limit  integer
// →    count, page  one row; page: list of {place, body} in order of place
// Uses constraint run_id, index ring_place.
OPTIONAL MATCH (run:Run {id: $run})
CALL (run) {
  MATCH (ring:RunRing {batch: run.batch})
  WHERE ring.place > ''
  RETURN count(ring) AS count
}
CALL (run) {
  MATCH (ring:RunRing {batch: run.batch})
  WHERE ring.place > $after
  WITH ring ORDER BY ring.place LIMIT $limit
  RETURN collect({place: ring.place, body: ring.body}) AS page
}
RETURN count, page
