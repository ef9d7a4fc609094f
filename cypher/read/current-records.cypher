// Current records by hash, without what they say.
// $part  map  rows: list of hash
// →    hash, version, row, putAt, loadedAt, digest  none for hashes that are not current
// Uses constraint current_record_hash.
UNWIND $part.rows AS hash
MATCH (record:CurrentRecord {hash: hash})
USING INDEX SEEK record:CurrentRecord(hash)
RETURN record.hash AS hash, record.version AS version, record.row AS row, record.putAt AS putAt,
  record.loadedAt AS loadedAt, record.digest AS digest
