// Says anew in which row current records stand, and when they were last put.
// $part  map  rows: list of {hash, row, place, putAt}
// →    no rows
// Uses constraint current_record_hash.
UNWIND $part.rows AS row
MATCH (record:CurrentRecord {hash: row.hash})
USING INDEX SEEK record:CurrentRecord(hash)
SET record.row = row.row, record.place = row.place, record.putAt = row.putAt
