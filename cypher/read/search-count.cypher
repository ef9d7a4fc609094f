// How many nodes hold a text, by the tokens of it.
// $terms  string          full-text expression of hexadecimal tokens
// $kinds  list of string  kinds of node, null for every kind
// →    count  one row
// Uses index thing_tokens.
CALL db.index.fulltext.queryNodes('thing_tokens', $terms) YIELD node
WITH node
WHERE $kinds IS NULL OR any(label IN labels(node) WHERE label IN $kinds)
RETURN count(node) AS count
