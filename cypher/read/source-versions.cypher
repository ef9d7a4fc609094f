// All versions of all sources.
// →    body, supersededAt
// Scans the sources, which are as many as files were loaded.
MATCH (source:Source)
RETURN source.body AS body, source.supersededAt AS supersededAt
