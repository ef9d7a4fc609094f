// Records by hash in their newest version, current or not.
// $hashes  list of string
// →    body, row  in order of hash
// Uses index record_hash.
UNWIND $hashes AS hash
MATCH (record:Record {hash: hash})
USING INDEX SEEK record:Record(hash)
WITH record ORDER BY record.version DESC
WITH record.hash AS hash, head(collect(record)) AS newest
RETURN newest.body AS body, newest.row AS row ORDER BY hash
