// One node an event of custody.
// →    no rows
// Makes constraint custody_seq.
CREATE CONSTRAINT custody_seq IF NOT EXISTS
FOR (event:CustodyEvent) REQUIRE event.seq IS UNIQUE
