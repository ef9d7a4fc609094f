// Writes attributions of a run.
// $part  map  rows: list of {batch, ring, place, body}
// →    no rows
// Uses nothing.
UNWIND $part.rows AS row
CREATE (attribution:Attribution)
SET attribution = row
