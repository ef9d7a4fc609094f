// A page of links of a run, by from, to, kind.
// $run             integer  id of the run
// $after           string   place before the page, empty for the first
// $minProbability  float
// $kind            string, null for every kind
// $limit           integer
// →    place, body  in order of place
// Uses constraints run_id, link_place.
MATCH (run:Run {id: $run})
MATCH (link:Link {batch: run.batch})
WHERE link.place > $after AND link.probability >= $minProbability
  AND ($kind IS NULL OR link.kind = $kind)
RETURN link.place AS place, link.body AS body ORDER BY place LIMIT $limit
