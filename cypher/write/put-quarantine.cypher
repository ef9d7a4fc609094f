// Writes quarantined rows.
// $part  map  rows: list of {place, row, body}
// →    no rows
// Uses constraint quarantined_place.
UNWIND $part.rows AS row
MERGE (quarantined:Quarantined {place: row.place})
SET quarantined = row
