// One node a quarantined row.
// →    no rows
// Makes constraint quarantined_place.
CREATE CONSTRAINT quarantined_place IF NOT EXISTS
FOR (quarantined:Quarantined) REQUIRE quarantined.place IS UNIQUE
