// Writes a sealed lead by id; its package is a file beside the database.
// $id    string
// $body  string
// →    no rows
// Uses constraint lead_id.
MERGE (lead:Lead {id: $id})
SET lead.body = $body
