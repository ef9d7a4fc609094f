// Says of the current sources in a range of ids that their taking back began.
// $from  string
// $to    string
// $at    integer  epoch ms
// →    no rows
// Scans the sources, which are as many as files were loaded.
MATCH (source:Source)
WHERE source.supersededAt IS NULL AND source.id >= $from AND source.id < $to
MERGE (unfinished:UnfinishedSource {id: source.id})
SET unfinished.what = 'withdrawal', unfinished.since = $at
