// The rings of a run that hold some shops, each once.
// $run    integer  id of the run
// $shops  list of string
// →    place, body  in order of place
// Uses constraints run_id, subject_key.
MATCH (run:Run {id: $run})
UNWIND $shops AS shop
MATCH (subject:Subject {key: shop})<-[:HOLDS_SHOP]-(ring)
USING INDEX SEEK subject:Subject(key)
WHERE ring.batch = run.batch
WITH DISTINCT ring
RETURN ring.place AS place, ring.body AS body ORDER BY place
