// Versions of records in a range of places that are no longer current.
// $from   string
// $to     string
// $limit  integer
// →    version, hash, loadedAt, supersededAt, body, row, facts  in order of version
// Scans the records: somebody asked for something to be forgotten.
MATCH (record:Record)
WHERE record.supersededAt IS NOT NULL AND record.place >= $from AND record.place < $to
RETURN record.version AS version, record.hash AS hash, record.loadedAt AS loadedAt, record.supersededAt AS supersededAt,
  record.body AS body, record.row AS row, record.facts AS facts
ORDER BY version LIMIT $limit
