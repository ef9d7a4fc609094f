// Writes rings of a run, and which shops they hold.
// $part  map  rows: list of {properties: {batch, id, place, body}, shops: list of key}
// →    no rows
// Uses constraints ring_id, subject_key.
UNWIND $part.rows AS row
CREATE (ring:RunRing)
SET ring = row.properties
WITH ring, row
UNWIND row.shops AS shop
MERGE (subject:Subject {key: shop})
CREATE (ring)-[:HOLDS_SHOP]->(subject)
