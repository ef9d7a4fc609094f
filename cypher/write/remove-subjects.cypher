// Removes keys that nothing points at any more.
// $part  map  rows: list of key
// →    no rows
// Uses constraint subject_key.
UNWIND $part.rows AS key
MATCH (subject:Subject {key: key})
USING INDEX SEEK subject:Subject(key)
WHERE NOT EXISTS { (subject)--() }
DELETE subject
