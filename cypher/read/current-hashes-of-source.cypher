// Hashes of the current records of a source.
// $sort  string  sortable id of the source
// →    hash  in order of row
// Uses index current_record_place.
MATCH (record:CurrentRecord)
WHERE record.place >= $sort + '\u0001' AND record.place < $sort + '\u0002'
RETURN record.hash AS hash ORDER BY record.place
