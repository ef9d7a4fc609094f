// Waits until every index is filled, which takes minutes where a database was imported. It fails after a day.
// →    no rows
// Uses nothing.
CALL db.awaitIndexes(86400)
