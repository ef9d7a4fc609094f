// Keys of the nodes that records name which are no longer current and hold a text.
// $terms  string  full-text expression of hexadecimal tokens
// →    key  each once
// Uses index ended_tokens.
CALL db.index.fulltext.queryNodes('ended_tokens', $terms) YIELD node
MATCH (node)-[:NAMED]->(subject:Subject)
RETURN DISTINCT subject.key AS key
