// Writes a sealed lead by id, with its package.
// $id       string
// $body     string
// $package  bytes
// →    no rows
// Uses constraint lead_id.
MERGE (lead:Lead {id: $id})
SET lead.body = $body, lead.package = $package
