// Begins a run that nobody sees before it is published.
// $body   string  what it is computed from
// $model  string  what it judges pairs by, null when it keeps none
// $generics  string  what counted for nothing, null when it does not say
// $lineage  string  which rings and shops came and went, null when it does not say
// $supply  string  which actions hit hardest and which places are one, null when it does not say
// →    batch  one row: what its parts are marked with
// Uses constraint store_id.
MATCH (store:RevenantStore {id: 'store'})
SET store.batches = coalesce(store.batches, 0) + 1
CREATE (run:Run {batch: store.batches, body: $body, model: $model, generics: $generics, lineage: $lineage, supply: $supply})
RETURN run.batch AS batch
