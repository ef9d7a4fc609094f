// All rulings on values.
// →    body
// Scans the rulings.
MATCH (ruling:Ruling)
RETURN ruling.body AS body
