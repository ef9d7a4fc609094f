// Labels that some node of a database has, or that an index is made for.
// →    name  a row a label
// Uses the token store.
CALL db.labels() YIELD label
RETURN label AS name
