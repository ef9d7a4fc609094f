// Closes the current version of a source, unless it is of the very moment that replaces it.
// $id  string
// $at  integer  epoch ms
// →    no rows
// Scans the sources, which are as many as files were loaded.
MATCH (source:Source {id: $id})
WHERE source.supersededAt IS NULL AND source.loadedAt <> $at
SET source.supersededAt = $at
