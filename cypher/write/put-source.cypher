// Writes a version of a source.
// $version     string
// $properties  map
// →    no rows
// Uses constraint source_version.
MERGE (source:Source {version: $version})
SET source = $properties
