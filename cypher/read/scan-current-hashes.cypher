// A page of the hashes of current records.
// $after  string   hash before the page, empty for the first
// $limit  integer
// →    hash  in order
// Uses constraint current_record_hash.
MATCH (record:CurrentRecord)
WHERE record.hash > $after
RETURN record.hash AS hash ORDER BY hash LIMIT $limit
