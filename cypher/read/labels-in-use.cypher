// Labels that some node of a database has.
// →    name  a row a label
// Uses the token store.
CALL db.labels() YIELD label
RETURN label AS name
