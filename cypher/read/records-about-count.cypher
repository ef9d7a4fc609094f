// How many current records of some kinds are about a node.
// $key    string
// $kinds  list of string
// →    count  one row
// Uses constraint subject_key.
MATCH (subject:Subject {key: $key})<-[:ABOUT]-(record)
USING INDEX SEEK subject:Subject(key)
WHERE record.kind IN $kinds
RETURN count(record) AS count
