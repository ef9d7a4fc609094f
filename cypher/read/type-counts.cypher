// How many relations there are of each type.
// →    type, count  a row for each type, also where there is none
// Uses the relationship count store.
MATCH ()-[relation:REGISTERED_TO]->() WITH count(relation) AS count RETURN 'REGISTERED_TO' AS type, count
UNION ALL
MATCH ()-[relation:REACHED_AT]->() WITH count(relation) AS count RETURN 'REACHED_AT' AS type, count
UNION ALL
MATCH ()-[relation:PAID_INTO]->() WITH count(relation) AS count RETURN 'PAID_INTO' AS type, count
UNION ALL
MATCH ()-[relation:TRANSFERS_TO]->() WITH count(relation) AS count RETURN 'TRANSFERS_TO' AS type, count
UNION ALL
MATCH ()-[relation:HOLDS]->() WITH count(relation) AS count RETURN 'HOLDS' AS type, count
UNION ALL
MATCH ()-[relation:SHIPS_FROM]->() WITH count(relation) AS count RETURN 'SHIPS_FROM' AS type, count
UNION ALL
MATCH ()-[relation:SUPPLIED_BY]->() WITH count(relation) AS count RETURN 'SUPPLIED_BY' AS type, count
UNION ALL
MATCH ()-[relation:AT]->() WITH count(relation) AS count RETURN 'AT' AS type, count
UNION ALL
MATCH ()-[relation:RUNS]->() WITH count(relation) AS count RETURN 'RUNS' AS type, count
UNION ALL
MATCH ()-[relation:PROMOTES]->() WITH count(relation) AS count RETURN 'PROMOTES' AS type, count
UNION ALL
MATCH ()-[relation:RESELLS_FOR]->() WITH count(relation) AS count RETURN 'RESELLS_FOR' AS type, count
UNION ALL
MATCH ()-[relation:CONTROLS]->() WITH count(relation) AS count RETURN 'CONTROLS' AS type, count
UNION ALL
MATCH ()-[relation:HAS_ROLE]->() WITH count(relation) AS count RETURN 'HAS_ROLE' AS type, count
