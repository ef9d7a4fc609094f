// Versions of records that name some nodes and were current at a moment.
// $keys  list of string  keys of nodes
// $at    integer         epoch ms
// →    body, row, facts  in order of hash
// Uses constraints thing_key, subject_key.
UNWIND $keys AS key
CALL (key) {
  MATCH (thing:Thing {key: key})
  USING INDEX SEEK thing:Thing(key)
  MATCH (thing)<-[:SAYS]-(record:Record)
  RETURN record
  UNION
  MATCH (subject:Subject {key: key})
  USING INDEX SEEK subject:Subject(key)
  MATCH (subject)<-[:NAMED]-(record:Record)
  RETURN record
}
WITH DISTINCT record
WHERE record.loadedAt <= $at AND (record.supersededAt IS NULL OR $at < record.supersededAt)
RETURN record.body AS body, record.row AS row, record.facts AS facts
ORDER BY record.hash
