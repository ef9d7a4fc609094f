import { FailureError } from '../domain/failure.ts'
import type { PaperKind, PaperOf } from '../domain/paper/paper.ts'
import type { Run } from '../domain/run.ts'
import type { EpochMs } from '../domain/units.ts'
import { type PastGraph, pastGraph } from '../store/past-graph.ts'
import { recordsThen, sourcesThen } from '../store/past-records.ts'
import type { RecordReads, Runs, Store, Work } from '../store/port.ts'
import { paperThen } from './paper-then.ts'
import { type AskedWhen, isPast, whenOf } from './read-past.ts'

/** What can be read of a store as it is and as it was. */
export interface StoreAt
  extends PastGraph,
    Pick<RecordReads, 'records' | 'scanRecords' | 'sources'>,
    Omit<Runs, 'publishRun'>,
    Pick<Work, 'papers'> {
  /** Which database this is, for people. */
  readonly label: string
}

/**
 * The store as it was: the graph, the records and the files of then, the runs that were published by the moment, and what people had stated. The current run is the latest of those
 * and, where a day is asked for, of those that were worked out as of it. Decisions and rulings are in the runs that they were weighed in.
 */
export function storeAt(store: Store, asked: AskedWhen): StoreAt {
  if (!isPast(asked)) return store
  const when = whenOf(asked)
  const known = <T extends { readonly at: EpochMs }>(items: readonly T[]) =>
    items.filter(({ at }) => when.knownAt === undefined || at <= when.knownAt)
  const runs = async () => known(await store.runs())
  return {
    ...store,
    ...pastGraph(store, when),
    runs,
    currentRun: async () =>
      (await runs()).find(({ asOf }) => when.asOf === undefined || asOf === when.asOf),
    scanRecords: (kinds) => recordsThen(store, when, kinds),
    sources: () => sourcesThen(store, when.knownAt),
    async papers<Kind extends PaperKind>(kind: Kind): Promise<PaperOf<Kind>[]> {
      const papers = await store.papers(kind)
      const { knownAt } = when
      return knownAt === undefined ? papers : papers.flatMap((paper) => paperThen(paper, knownAt))
    },
  }
}

/** The run of then; throws a FailureError that says which there are where none was made as is asked. */
export async function runAt(store: StoreAt, { asOf, knownAt }: AskedWhen): Promise<Run> {
  const run = await store.currentRun()
  if (run !== undefined) return run
  const days = [...new Set((await store.runs()).map((other) => other.asOf))].toSorted()
  const by = knownAt === undefined ? '' : ` by ${knownAt}`
  if (days.length === 0 && knownAt !== undefined)
    throw new FailureError(
      `Nothing had been worked out${by} in the store (${store.label}); links and rings come from a run, and the first one is later.`,
    )
  if (days.length === 0)
    throw new FailureError(
      `Nothing was worked out yet in the store (${store.label}); run \`revenant detect\` first.`,
    )
  throw new FailureError(
    `No run had been worked out as of ${asOf}${by}: those that there are are as of ${days.join(', ')}. \`revenant detect --as-of ${asOf}\` works one out, and publishes it as the current one.`,
  )
}
