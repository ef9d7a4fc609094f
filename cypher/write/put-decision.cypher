// Writes a decision by id.
// $id    string
// $body  string
// →    no rows
// Uses constraint decision_id.
MERGE (decision:Decision {id: $id})
SET decision.body = $body
