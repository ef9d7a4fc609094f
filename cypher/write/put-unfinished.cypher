// Says of sources that their loading or taking back began.
// $part  map  rows: list of {id, what, since}
// →    no rows
// Uses constraint unfinished_source.
UNWIND $part.rows AS row
MERGE (unfinished:UnfinishedSource {id: row.id})
SET unfinished.what = row.what, unfinished.since = row.since
