// A page of versions of records that are no longer current, by hash and load time.
// $after  string   version before the page, empty for the first
// $limit  integer
// →    version, facts  in order of version
// Uses constraint record_version.
MATCH (record:Record)
WHERE record.version > $after AND record.supersededAt IS NOT NULL
RETURN record.version AS version, record.facts AS facts
ORDER BY version LIMIT $limit
