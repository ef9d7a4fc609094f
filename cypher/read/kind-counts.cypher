// How many nodes there are of each kind, by the prefix of their keys.
// →    prefix, count
// Scans the nodes.
MATCH (thing:Thing)
RETURN split(thing.key, ':')[0] + ':' AS prefix, count(thing) AS count
