// The package of a sealed lead.
// $id  string
// →    package  no row when there is no such lead
// Uses constraint lead_id.
MATCH (lead:Lead {id: $id})
RETURN lead.package AS package
