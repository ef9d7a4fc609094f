// The mark that Revenant left on a database that is its own.
// →    version, restoring  no row when the database is not a Revenant store
// Uses constraint store_id once it exists.
MATCH (store:RevenantStore {id: 'store'})
RETURN store.version AS version, coalesce(store.restoring, false) AS restoring
