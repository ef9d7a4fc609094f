// A page of events of custody, in their order.
// $after  integer  number of the last event of the page before, 0 for the first page
// $limit  integer
// →    seq, body
// Uses constraint custody_seq.
MATCH (event:CustodyEvent) WHERE event.seq > $after
RETURN event.seq AS seq, event.body AS body
ORDER BY seq LIMIT $limit
