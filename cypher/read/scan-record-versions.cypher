// A page of all versions of records, by hash and load time.
// $after  string   version before the page, empty for the first
// $limit  integer
// →    version, body, row, facts, loadedAt, supersededAt  in order of version
// Uses constraint record_version.
MATCH (record:Record)
WHERE record.version > $after
RETURN record.version AS version, record.body AS body, record.row AS row, record.facts AS facts,
  record.loadedAt AS loadedAt, record.supersededAt AS supersededAt
ORDER BY version LIMIT $limit
