// How many current records of some kinds are about a node.
// $key    string
// $kinds  list of string
// →    count  one row
// Uses constraints thing_key, subject_key.
CALL () {
  MATCH (thing:Thing {key: $key})<-[:SAYS]-(record)
  USING INDEX SEEK thing:Thing(key)
  WHERE record._notAbout IS NULL OR NOT $key IN record._notAbout
  RETURN record
  UNION
  MATCH (subject:Subject {key: $key})<-[:ABOUT]-(record)
  USING INDEX SEEK subject:Subject(key)
  RETURN record
}
WITH record
WHERE record.kind IN $kinds
RETURN count(record) AS count
