import { FailureError } from '../domain/failure.ts'
import type { Source } from '../domain/record.ts'
import type { IsoDate } from '../domain/units.ts'
import type { Store } from '../store/port.ts'

/** The latest day to which any loaded source speaks; throws a FailureError when nothing was loaded. */
export async function latestAsOf(store: Store): Promise<IsoDate> {
  const latest = latestDayOf(await store.sources())
  if (latest !== undefined) return latest
  throw new FailureError(
    `The store (${store.label}) holds no data yet; load a dataset first: \`revenant load PATH\`.`,
  )
}

export function latestDayOf(sources: readonly Pick<Source, 'asOf'>[]): IsoDate | undefined {
  return sources
    .map(({ asOf }) => asOf)
    .toSorted()
    .at(-1)
}
