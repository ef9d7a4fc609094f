// A sealed lead, with its package where an earlier version kept that in the database.
// $id  string
// →    body, package  no row when there is no such lead
// Uses constraint lead_id.
MATCH (lead:Lead {id: $id})
RETURN lead.body AS body, lead.package AS package
