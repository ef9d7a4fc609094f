// Whether the store holds anything but its mark.
// →    held  one row
// Uses the node count store.
MATCH (node)
RETURN count(node) > 1 AS held
