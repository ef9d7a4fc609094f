// Publishes a run whose parts are all there, by giving it an id.
// $batch         integer
// $id            integer, null for the next one
// $links         integer  how many links it must have
// $rings         integer  how many rings
// $attributions  integer  how many attributions
// →    id  no row when a part is missing, and then nothing was published
// Uses constraints run_batch, link_place, indexes ring_place, attribution_ring.
MATCH (run:Run {batch: $batch})
WHERE COUNT { MATCH (link:Link {batch: $batch}) WHERE link.place > '' } = $links
  AND COUNT { MATCH (ring:RunRing {batch: $batch}) WHERE ring.place > '' } = $rings
  AND COUNT { MATCH (part:Attribution {batch: $batch}) WHERE part.ring > '' } = $attributions
OPTIONAL MATCH (published:Run) WHERE published.id IS NOT NULL
WITH run, coalesce($id, coalesce(max(published.id), 0) + 1) AS id
SET run.id = id
RETURN run.id AS id
