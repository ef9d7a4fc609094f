// All papers of one kind.
// $kind  string
// →    id, body
// Scans the papers.
MATCH (paper:Paper {kind: $kind})
RETURN paper.id AS id, paper.body AS body
