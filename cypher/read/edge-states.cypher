// What has been folded into relations so far.
// $part  map  rows: list of {from, type, to, sort}
// →    from, type, to, sort, state, records  none for relations that do not stand
// Uses constraint thing_key.
UNWIND $part.rows AS row
MATCH (from:Thing {key: row.from})-[relation:$(row.type)]->(to)
USING INDEX SEEK from:Thing(key)
WHERE relation._sort = row.sort AND to.key = row.to
RETURN row.from AS from, row.type AS type, row.to AS to, row.sort AS sort,
  relation._state AS state, relation._records AS records
