// A page of keys that records which are no longer current name.
// $after  string   key before the page, empty for the first
// $limit  integer
// →    key  in order
// Uses constraint subject_key.
MATCH (subject:Subject)
WHERE subject.key > $after AND EXISTS { (subject)<-[:NAMED]-() }
RETURN subject.key AS key ORDER BY key LIMIT $limit
