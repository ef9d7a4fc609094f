// Removes the quarantined rows of a source but some.
// $sort  string           sortable id of the source
// $rows  list of integer  rows to keep
// →    no rows
// Uses constraint quarantined_place.
MATCH (quarantined:Quarantined)
WHERE quarantined.place >= $sort + '\u0001' AND quarantined.place < $sort + '\u0002'
  AND NOT quarantined.row IN $rows
DELETE quarantined
