// Attributions of a ring of a run.
// →    no rows
// Makes index attribution_ring.
CREATE INDEX attribution_ring IF NOT EXISTS
FOR (attribution:Attribution) ON (attribution.batch, attribution.ring)
