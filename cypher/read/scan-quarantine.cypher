// A page of quarantined rows, by source and row.
// $after  string   place before the page, empty for the first
// $limit  integer
// →    body, place  in order of place
// Uses constraint quarantined_place.
MATCH (quarantined:Quarantined)
WHERE quarantined.place > $after
RETURN quarantined.body AS body, quarantined.place AS place
ORDER BY place LIMIT $limit
