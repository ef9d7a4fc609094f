// How many relations of each type and direction a node has, by the prefix of the other end's key, and all of them with the neighbours where they are no more than some.
// $key   string
// $most  integer
// →    counts, neighbours  one row; counts: list of {type, direction, prefix, count}; neighbours: list of {from, type, to, discriminator, edgeState, key, state}
// Uses constraint thing_key.
OPTIONAL MATCH (thing:Thing {key: $key})
USING INDEX SEEK thing:Thing(key)
CALL (thing) {
  MATCH (thing)
    -[relation:REGISTERED_TO|REACHED_AT|PAID_INTO|TRANSFERS_TO|HOLDS|SHIPS_FROM|SUPPLIED_BY|AT|RUNS|PROMOTES|RESELLS_FOR|CONTROLS|HAS_ROLE]-(other)
  WITH type(relation) AS type,
    CASE WHEN startNode(relation) = thing THEN 'out' ELSE 'in' END AS direction,
    split(other.key, ':')[0] + ':' AS prefix, count(*) AS count
  RETURN collect({type: type, direction: direction, prefix: prefix, count: count}) AS counts,
    sum(count) AS total
}
CALL (thing, total) {
  WITH thing, total WHERE total <= $most
  MATCH (thing)
    -[relation:REGISTERED_TO|REACHED_AT|PAID_INTO|TRANSFERS_TO|HOLDS|SHIPS_FROM|SUPPLIED_BY|AT|RUNS|PROMOTES|RESELLS_FOR|CONTROLS|HAS_ROLE]-(other)
  RETURN collect({
    from: startNode(relation).key, type: type(relation), to: endNode(relation).key,
    discriminator: relation.discriminator,
    edgeState: relation._state,
    key: other.key, state: other._state
  }) AS neighbours
}
RETURN counts, neighbours
