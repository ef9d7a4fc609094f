// Current sources.
// $id  string, null for all
// →    body
// Scans the sources, which are as many as files were loaded.
MATCH (source:Source)
WHERE source.supersededAt IS NULL AND ($id IS NULL OR source.id = $id)
RETURN source.body AS body
