// A page of current records of some kinds about a node.
// $key    string
// $kinds  list of string
// $after  string   place of the last record of the page before, empty for the first page
// $limit  integer
// →    body, row, place  in order of place
// Uses constraint subject_key.
MATCH (subject:Subject {key: $key})<-[:ABOUT]-(record)
USING INDEX SEEK subject:Subject(key)
WHERE record.kind IN $kinds AND record.place > $after
RETURN record.body AS body, record.row AS row, record.place AS place
ORDER BY place LIMIT $limit
