// Versions of records that name a node or are about it.
// $key    string
// $limit  integer
// →    version, hash, loadedAt, supersededAt, body, row, facts  in order of version
// Uses constraints thing_key, subject_key.
CALL () {
  MATCH (thing:Thing {key: $key})
  USING INDEX SEEK thing:Thing(key)
  MATCH (thing)<-[:SAYS]-(record:Record)
  RETURN record
  UNION
  MATCH (subject:Subject {key: $key})
  USING INDEX SEEK subject:Subject(key)
  MATCH (subject)<-[:NAMED|ABOUT]-(record:Record)
  RETURN record
}
WITH DISTINCT record
RETURN record.version AS version, record.hash AS hash, record.loadedAt AS loadedAt, record.supersededAt AS supersededAt,
  record.body AS body, record.row AS row, record.facts AS facts
ORDER BY version LIMIT $limit
