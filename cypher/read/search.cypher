// A page of nodes that hold a text, by the tokens of it.
// $terms  string          full-text expression of hexadecimal tokens
// $kinds  list of string  kinds of node, null for every kind
// $after  string          key before the page, empty for the first
// $limit  integer
// →    key, state, records  in order of key
// Uses index thing_tokens.
CALL db.index.fulltext.queryNodes('thing_tokens', $terms) YIELD node
WITH node
WHERE node.key > $after AND ($kinds IS NULL OR any(label IN labels(node) WHERE label IN $kinds))
WITH node ORDER BY node.key LIMIT $limit
RETURN node.key AS key, node._state AS state,
  [(node)<-[:SAYS]-(record) | record.hash] AS records
ORDER BY key
