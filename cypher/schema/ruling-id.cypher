// One node a ruling.
// →    no rows
// Makes constraint ruling_id.
CREATE CONSTRAINT ruling_id IF NOT EXISTS
FOR (ruling:Ruling) REQUIRE ruling.id IS UNIQUE
