// What current records say, by hash.
// $hashes  list of string
// →    hash, facts
// Uses constraint current_record_hash.
UNWIND $hashes AS hash
MATCH (record:CurrentRecord {hash: hash})
USING INDEX SEEK record:CurrentRecord(hash)
RETURN record.hash AS hash, record.facts AS facts
