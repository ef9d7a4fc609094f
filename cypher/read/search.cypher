// A page of nodes that hold a text, by the tokens of it, and how many there are in all.
// $terms  string          full-text expression of hexadecimal tokens
// $kinds  list of string  kinds of node, null for every kind
// $after  string          key before the page, empty for the first
// $limit  integer
// →    count, page  one row; page: list of {key, state} in order of key
// Uses index thing_tokens.
CALL db.index.fulltext.queryNodes('thing_tokens', $terms) YIELD node
WITH node
WHERE $kinds IS NULL OR any(label IN labels(node) WHERE label IN $kinds)
WITH collect(node) AS found
CALL (found) {
  UNWIND found AS node
  WITH node WHERE node.key > $after
  WITH node ORDER BY node.key LIMIT $limit
  RETURN collect({key: node.key, state: node._state}) AS page
}
RETURN size(found) AS count, page
