// One node a decision.
// →    no rows
// Makes constraint decision_id.
CREATE CONSTRAINT decision_id IF NOT EXISTS
FOR (decision:Decision) REQUIRE decision.id IS UNIQUE
