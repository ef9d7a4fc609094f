// Marks an empty database as a Revenant store of a version.
// $version  integer  how many migrations it has had
// →    no rows
// Uses constraint store_id.
MERGE (store:RevenantStore {id: 'store'})
SET store.version = $version
