// Links of a run that touch some shops, by from, to, kind.
// $run             integer  id of the run
// $shops           list of string
// $minProbability  float
// $kind            string, null for every kind
// →    place, body  in order of place, each link once
// Uses constraint run_id, indexes link_from, link_to.
MATCH (run:Run {id: $run})
UNWIND $shops AS shop
CALL (run, shop) {
  MATCH (link:Link {batch: run.batch, from: shop})
  USING INDEX SEEK link:Link(batch, from)
  RETURN link
  UNION
  MATCH (link:Link {batch: run.batch, to: shop})
  USING INDEX SEEK link:Link(batch, to)
  RETURN link
}
WITH DISTINCT link
WHERE link.probability >= $minProbability AND ($kind IS NULL OR link.kind = $kind)
RETURN link.place AS place, link.body AS body ORDER BY place
