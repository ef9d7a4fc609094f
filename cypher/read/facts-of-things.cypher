// What current records say that say anything of some nodes; each record once.
// $part  map  rows: list of key
// →    version, facts
// Uses constraint thing_key.
UNWIND $part.rows AS key
MATCH (thing:Thing {key: key})<-[:SAYS]-(record)
USING INDEX SEEK thing:Thing(key)
WITH DISTINCT record
RETURN record.version AS version, record.facts AS facts
