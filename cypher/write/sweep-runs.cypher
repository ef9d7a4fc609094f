// Removes what abandoned runs left, in many transactions; must run by itself.
// →    no rows
// Scans the runs; uses constraint link_place, indexes ring_place, attribution_ring.
MATCH (run:Run) WHERE run.abandoned
CALL (run) {
  MATCH (link:Link {batch: run.batch}) WHERE link.place > ''
  RETURN link AS part
  UNION ALL
  MATCH (ring:RunRing {batch: run.batch}) WHERE ring.place > ''
  RETURN ring AS part
  UNION ALL
  MATCH (attribution:Attribution {batch: run.batch}) WHERE attribution.ring > ''
  RETURN attribution AS part
  UNION ALL
  RETURN run AS part
}
CALL (part) { DETACH DELETE part } IN TRANSACTIONS OF 5000 ROWS
