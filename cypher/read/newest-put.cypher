// When the last current record of a source was put, of those put after a moment.
// $from   string   place before the records of the source
// $to     string   place after them
// $after  integer  epoch ms
// →    at  one row, null where there is none
// Uses index current_record_place.
MATCH (record:CurrentRecord)
WHERE record.place > $from AND record.place < $to AND record.putAt > $after
RETURN max(record.putAt) AS at
