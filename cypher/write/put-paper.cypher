// Writes a paper by its place.
// $place  string  kind, slash, id
// $id     string
// $kind   string
// $body   string
// →    no rows
// Uses constraint paper_place.
MERGE (paper:Paper {place: $place})
SET paper.id = $id, paper.kind = $kind, paper.body = $body
