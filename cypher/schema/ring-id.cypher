// One node a ring of a run.
// →    no rows
// Makes constraint ring_id.
CREATE CONSTRAINT ring_id IF NOT EXISTS
FOR (ring:RunRing) REQUIRE (ring.batch, ring.id) IS UNIQUE
