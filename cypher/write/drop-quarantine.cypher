// Removes the quarantined rows of the sources in a range of ids.
// $from  string  sortable id where the range begins
// $to    string  sortable id before which it ends
// →    count  how many there were, one row
// Uses constraint quarantined_place.
MATCH (quarantined:Quarantined)
WHERE quarantined.place >= $from AND quarantined.place < $to
DELETE quarantined
RETURN count(*) AS count
