// Writes events of custody as they are.
// $events  list  of maps of seq, hash, body
// →    no rows
// Uses constraint custody_seq.
UNWIND $events AS event
CREATE (:CustodyEvent {seq: event.seq, hash: event.hash, body: event.body})
