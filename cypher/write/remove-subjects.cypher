// Removes keys that nothing points at any more.
// $keys  list of string
// →    no rows
// Uses constraint subject_key.
UNWIND $keys AS key
MATCH (subject:Subject {key: key})
USING INDEX SEEK subject:Subject(key)
WHERE NOT EXISTS { (subject)--() }
DELETE subject
