// What current records say, by hash.
// $part  map  rows: list of hash
// →    hash, facts
// Uses constraint current_record_hash.
UNWIND $part.rows AS hash
MATCH (record:CurrentRecord {hash: hash})
USING INDEX SEEK record:CurrentRecord(hash)
RETURN record.hash AS hash, record.facts AS facts
