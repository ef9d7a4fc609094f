// The last event of custody.
// →    seq, hash  no row when nothing has happened
// Uses constraint custody_seq.
MATCH (event:CustodyEvent) WHERE event.seq > 0
RETURN event.seq AS seq, event.hash AS hash
ORDER BY seq DESC LIMIT 1
