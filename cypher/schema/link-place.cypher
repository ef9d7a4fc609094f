// Links of a run in the order of their ends and kind.
// →    no rows
// Makes constraint link_place.
CREATE CONSTRAINT link_place IF NOT EXISTS
FOR (link:Link) REQUIRE (link.batch, link.place) IS UNIQUE
