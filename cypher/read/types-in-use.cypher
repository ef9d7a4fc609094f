// Types that some relation of a database has, or that an index is made for.
// →    name  a row a type
// Uses the token store.
CALL db.relationshipTypes() YIELD relationshipType
RETURN relationshipType AS name
