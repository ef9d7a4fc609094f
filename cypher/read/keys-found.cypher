// Keys of nodes that hold a text, by the tokens of it.
// $terms  string  full-text expression of hexadecimal tokens
// →    key
// Uses index thing_tokens.
CALL db.index.fulltext.queryNodes('thing_tokens', $terms) YIELD node
RETURN node.key AS key
