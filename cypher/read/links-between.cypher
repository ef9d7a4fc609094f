// The links of a run between two shops, in either direction.
// $run  integer  id of the run
// $a    string
// $b    string
// →    place, body  in order of place
// Uses constraint run_id, index link_from.
MATCH (run:Run {id: $run})
UNWIND [{from: $a, to: $b}, {from: $b, to: $a}] AS ends
MATCH (link:Link {batch: run.batch, from: ends.from})
USING INDEX SEEK link:Link(batch, from)
WHERE link.to = ends.to
WITH DISTINCT link
RETURN link.place AS place, link.body AS body ORDER BY place
