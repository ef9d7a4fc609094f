// Writes links of a run.
// $part  map  rows: list of {batch, place, from, to, kind, probability, body}
// →    no rows
// Uses constraint link_place.
UNWIND $part.rows AS row
CREATE (link:Link)
SET link = row
