// Closes the current versions of the sources in a range of ids; one of that very moment was never known, and goes.
// $from  string
// $to    string
// $at    integer  epoch ms
// →    count  how many there were, one row
// Scans the sources, which are as many as files were loaded.
MATCH (source:Source)
WHERE source.supersededAt IS NULL AND source.id >= $from AND source.id < $to
WITH source, source.loadedAt = $at AS unknown
FOREACH (_ IN CASE WHEN unknown THEN [] ELSE [1] END | SET source.supersededAt = $at)
FOREACH (_ IN CASE WHEN unknown THEN [1] ELSE [] END | DELETE source)
RETURN count(*) AS count
