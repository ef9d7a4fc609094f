// One node a paper, by its kind and id.
// →    no rows
// Makes constraint paper_place.
CREATE CONSTRAINT paper_place IF NOT EXISTS
FOR (paper:Paper) REQUIRE paper.place IS UNIQUE
