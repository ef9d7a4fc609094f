// All versions of one record.
// $hash   string
// $limit  integer
// →    version, hash, loadedAt, supersededAt, body, row, facts  in order of version
// Uses index record_hash.
MATCH (record:Record {hash: $hash})
USING INDEX SEEK record:Record(hash)
RETURN record.version AS version, record.hash AS hash, record.loadedAt AS loadedAt, record.supersededAt AS supersededAt,
  record.body AS body, record.row AS row, record.facts AS facts
ORDER BY version LIMIT $limit
