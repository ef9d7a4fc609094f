// Says that a restore is under way, or over.
// $restoring  boolean
// →    no rows
// Uses constraint store_id.
MATCH (store:RevenantStore {id: 'store'})
SET store.restoring = $restoring
