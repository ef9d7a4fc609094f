// One node a key, whatever its kind.
// →    no rows
// Makes constraint thing_key.
CREATE CONSTRAINT thing_key IF NOT EXISTS
FOR (thing:Thing) REQUIRE thing.key IS UNIQUE
