// All sealed leads, without their packages.
// →    body
// Scans the leads.
MATCH (lead:Lead)
RETURN lead.body AS body
