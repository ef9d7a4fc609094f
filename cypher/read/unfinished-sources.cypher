// All sources whose loading or taking back began and has not ended.
// →    id, what, since
// Scans them; mostly there are none.
MATCH (unfinished:UnfinishedSource)
RETURN unfinished.id AS id, unfinished.what AS what, unfinished.since AS since
