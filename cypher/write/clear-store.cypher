// Empties a store whose restore failed, in many transactions; must run by itself.
// →    no rows
// Scans every node.
MATCH (node) WHERE NOT node:RevenantStore
CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 5000 ROWS
