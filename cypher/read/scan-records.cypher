// A page of current records, by source and row.
// $kinds  list of string, null for every kind
// $after  string   place of the last record of the page before, empty for the first page
// $limit  integer
// →    body, row, place  in order of place
// Uses index current_record_place.
MATCH (record:CurrentRecord)
WHERE record.place > $after AND ($kinds IS NULL OR record.kind IN $kinds)
RETURN record.body AS body, record.row AS row, record.place AS place
ORDER BY place LIMIT $limit
