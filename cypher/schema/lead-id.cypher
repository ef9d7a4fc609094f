// One node a sealed lead.
// →    no rows
// Makes constraint lead_id.
CREATE CONSTRAINT lead_id IF NOT EXISTS
FOR (lead:Lead) REQUIRE lead.id IS UNIQUE
