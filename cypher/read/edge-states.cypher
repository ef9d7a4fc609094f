// What has been folded into relations of one type so far.
// $type  string  type of the relations
// $rows  list of {from, to, sort}
// →    from, to, sort, state, records  none for relations that do not stand
// Uses constraint thing_key.
UNWIND $rows AS row
MATCH (from:Thing {key: row.from})-[relation:$($type)]->(to)
USING INDEX SEEK from:Thing(key)
WHERE relation._sort = row.sort AND to.key = row.to
RETURN row.from AS from, row.to AS to, row.sort AS sort,
  relation._state AS state, relation._records AS records
