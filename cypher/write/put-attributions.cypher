// Writes attributions of a run.
// $rows  list of {batch, ring, place, body}
// →    no rows
// Uses nothing.
UNWIND $rows AS row
CREATE (attribution:Attribution)
SET attribution = row
