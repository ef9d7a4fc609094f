import { refusal } from '../domain/refusals.ts'
import type { EpochMs } from '../domain/units.ts'
import type { FactWrites, RecordReads, Withdrawn } from '../store/port.ts'

/**
 * Takes back everything that a dataset said: what no other dataset says leaves the graph, which is then as if it had never seen the dataset; what was known and until when stays on
 * record. Runs and leads that were made with it stay as they are. Throws a RefusalError where the store knows no such dataset.
 */
export async function withdrawDataset(
  store: FactWrites & RecordReads,
  dataset: string,
  at: EpochMs,
): Promise<Withdrawn & { readonly dataset: string }> {
  const begun = (await store.unfinishedSources()).some(({ id }) => id.startsWith(`${dataset}/`))
  const withdrawn = await store.withdraw(dataset, at)
  if (!begun && withdrawn.sources + withdrawn.records + withdrawn.quarantined === 0) {
    const names = new Set((await store.sources()).map((source) => source.dataset))
    throw refusal('dataset-unknown', { dataset, loaded: [...names] })
  }
  return { dataset, ...withdrawn }
}
