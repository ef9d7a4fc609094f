// Takes the write lock of the store until the transaction ends: folding reads what it then replaces.
// →    version  one row
// Uses constraint store_id.
MATCH (store:RevenantStore {id: 'store'})
SET store.writes = coalesce(store.writes, 0) + 1
RETURN store.version AS version
