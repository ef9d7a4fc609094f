// All decisions.
// →    body
// Scans the decisions.
MATCH (decision:Decision)
RETURN decision.body AS body
