// Hashes of the first current records of the sources in a range of ids.
// $from   string   sortable id where the range begins
// $to     string   sortable id before which it ends
// $limit  integer
// →    hash  in order of place
// Uses index current_record_place.
MATCH (record:CurrentRecord)
WHERE record.place >= $from AND record.place < $to
RETURN record.hash AS hash ORDER BY record.place LIMIT $limit
