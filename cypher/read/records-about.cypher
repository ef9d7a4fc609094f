// A page of current records of some kinds about a node, and how many there are in all: those that say something of it, or only name it.
// $key    string
// $kinds  list of string
// $after  string   place of the last record of the page before, empty for the first page
// $limit  integer
// →    count, page  one row; page: list of {body, row, place} in order of place
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
WITH collect(record) AS found
CALL (found) {
  UNWIND found AS record
  WITH record WHERE record.place > $after
  WITH record ORDER BY record.place LIMIT $limit
  RETURN collect({body: record.body, row: record.row, place: record.place}) AS page
}
RETURN size(found) AS count, page
