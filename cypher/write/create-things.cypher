// Writes nodes that do not stand yet. They get their labels last: a label on a node without properties is checked again with each of them.
// $part  map  rows: list of {kind, properties}, each key once; the kind is the second label
// →    no rows
// Uses nothing.
UNWIND $part.rows AS row
CREATE (thing)
SET thing = row.properties
SET thing:Thing:$(row.kind)
