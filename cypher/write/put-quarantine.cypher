// Writes quarantined rows.
// $rows  list of {place, row, body}
// →    no rows
// Uses constraint quarantined_place.
UNWIND $rows AS row
MERGE (quarantined:Quarantined {place: row.place})
SET quarantined = row
