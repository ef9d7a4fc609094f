import type { Keeping } from '../../domain/evidence/collection.ts'
import type { EvidenceItem } from '../../domain/evidence/evidence-item.ts'
import { RefusalError } from '../../domain/failure.ts'
import type { Source } from '../../domain/record.ts'
import type { FileTerms } from '../../leads/enclosed.ts'
import type { RecordReads } from '../../store/port.ts'

/**
 * Where a file may go: as it says itself, and as each dataset says that it belongs to, by its own word or because a row of that dataset tells of it.
 * A dataset that is no longer there cannot say, so its files go nowhere.
 */
export function termsOf(
  { datasets, mayGoTo }: EvidenceItem,
  told: readonly string[],
  sources: readonly Source[],
): FileTerms[] {
  const own = mayGoTo === undefined ? [] : [{ dataset: undefined, mayGoTo }]
  const all = [...new Set([...datasets, ...told])].toSorted()
  return [...own, ...all.flatMap((dataset) => datasetTerms(dataset, sources))]
}

function datasetTerms(dataset: string, sources: readonly Source[]): FileTerms[] {
  const own = sources.filter((source) => source.dataset === dataset)
  if (own.length === 0) return [{ dataset, mayGoTo: [] }]
  return own
    .flatMap((source) =>
      source.mayGoTo === undefined ? [] : [{ dataset, mayGoTo: source.mayGoTo }],
    )
    .slice(0, 1)
}

/** Throws a RefusalError for a dataset that the store does not have: a slip of the pen would keep the file from everywhere. */
export async function refuseUnknownDataset(
  store: Pick<RecordReads, 'sources'>,
  { dataset }: Keeping,
): Promise<void> {
  if (dataset === undefined) return
  const known = new Set((await store.sources()).map((source) => source.dataset))
  if (known.has(dataset)) return
  throw new RefusalError(
    `No dataset is called ${dataset}; there is ${[...known].toSorted().join(', ') || 'none'}. Load it first, or say where the file may go by itself (\`--may-go-to\`).`,
  )
}
