import type { Run } from '../domain/run.ts'
import { dayOfMoment, type EpochMs, type IsoDate } from '../domain/units.ts'
import type { Evidence } from '../linkage/link-shops.ts'
import type { Store } from '../store/port.ts'
import { latestDayOf } from './as-of.ts'

/** A decision or ruling, as far as it is dated. */
interface Said {
  readonly on: IsoDate
  readonly retractedAt?: EpochMs | undefined
}

/**
 * What people had said by the end of a day, beside a graph that is taken as it is: what they said later is not known yet, and what they took back later still stands. For an answer to
 * an earlier day: decisions join shops and teach what evidence is worth, so that one made since would tell the past what came of it.
 */
export function decidedBy(evidence: Evidence, day: IsoDate): Evidence {
  const { decisions, rulings = [] } = evidence
  return { ...evidence, decisions: saidBy(decisions, day), rulings: saidBy(rulings, day) }
}

function saidBy<T extends Said>(said: readonly T[], day: IsoDate): T[] {
  return said
    .filter(({ on }) => on <= day)
    .map((own) => {
      const { retractedAt, ...standing } = own
      const tookBackLater = retractedAt !== undefined && day < dayOfMoment(retractedAt)
      return tookBackLater ? (standing as T) : own
    })
}

/**
 * Whether a run answers to an earlier day than the data that it had. To the latest day of its data all counts that people said until they were asked: data is always older than
 * what is decided on it.
 */
export async function isOfEarlierDay(
  store: Pick<Store, 'sources'>,
  { asOf, at }: Pick<Run, 'asOf' | 'at'>,
): Promise<boolean> {
  const sources = await store.sources()
  const then = latestDayOf(sources.filter(({ loadedAt }) => loadedAt <= at))
  // Everything may have been loaded again since.
  const latest = then ?? latestDayOf(sources)
  return latest !== undefined && asOf < latest
}
