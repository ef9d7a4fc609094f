// Rings of a run by rank.
// →    no rows
// Makes index ring_place.
CREATE INDEX ring_place IF NOT EXISTS
FOR (ring:RunRing) ON (ring.batch, ring.place)
