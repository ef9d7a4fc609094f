// One node a source whose loading or taking back began and has not ended.
// →    no rows
// Makes constraint unfinished_source.
CREATE CONSTRAINT unfinished_source IF NOT EXISTS
FOR (unfinished:UnfinishedSource) REQUIRE unfinished.id IS UNIQUE
