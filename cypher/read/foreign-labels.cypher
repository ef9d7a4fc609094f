// How many nodes a database holds, and what the first of them are called.
// →    count, labels  one row
// Uses the node count store, then a scan of at most 1,000 nodes.
MATCH (node)
WITH count(node) AS count
OPTIONAL MATCH (sample)
WITH count, sample LIMIT 1000
UNWIND CASE WHEN sample IS NULL THEN [null] ELSE labels(sample) END AS label
WITH count, label ORDER BY label
RETURN count, collect(DISTINCT label)[0..5] AS labels
