// The one node that marks a database as a Revenant store.
// →    no rows
// Makes constraint store_id.
CREATE CONSTRAINT store_id IF NOT EXISTS
FOR (store:RevenantStore) REQUIRE store.id IS UNIQUE
