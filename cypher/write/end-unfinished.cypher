// Says of the sources in a range of ids that what was begun of them has ended.
// $from  string
// $to    string  the range goes up to it, and holds it only where it is $from
// →    no rows
// Scans the unfinished sources; mostly there are few.
MATCH (unfinished:UnfinishedSource)
WHERE unfinished.id >= $from AND (unfinished.id < $to OR unfinished.id = $from)
DELETE unfinished
