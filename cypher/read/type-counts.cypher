// How many relations there are of each type.
// $types  list of string  types of relation to count
// →    type, count
// Scans the relations.
MATCH ()-[relation]->()
WHERE type(relation) IN $types
RETURN type(relation) AS type, count(relation) AS count
