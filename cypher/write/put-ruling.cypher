// Writes a ruling by id.
// $id    string
// $body  string
// →    no rows
// Uses constraint ruling_id.
MERGE (ruling:Ruling {id: $id})
SET ruling.body = $body
