// Writes all properties of standing nodes anew.
// $part  map  rows: list of {properties}
// →    no rows
// Uses constraint thing_key.
UNWIND $part.rows AS row
MATCH (thing:Thing {key: row.properties.key})
USING INDEX SEEK thing:Thing(key)
SET thing = row.properties
