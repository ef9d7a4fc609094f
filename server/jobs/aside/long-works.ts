import type { Run } from '../../domain/run.ts'
import type { SearchOptions, Store } from '../../store/port.ts'
import { findEnablers } from '../enablers.ts'
import { firstChanges } from '../first-changes.ts'
import { monthsIn } from '../months.ts'
import { findPaths, type PathQuestion } from '../paths.ts'
import { type AskedWhen, graphAt } from '../read-past.ts'
import { drawPair } from '../review.ts'
import { storeAt } from '../store-at.ts'

/** Works that read much of a store, by name. What they take and answer passes between threads as it is. */
const longWorks = {
  searchAt: (store: Store, when: AskedWhen, text: string, options: SearchOptions) =>
    graphAt(store, when).search(text, options),
  pathsAt: (store: Store, when: Pick<AskedWhen, 'knownAt'>, question: PathQuestion) =>
    findPaths(storeAt(store, when), question),
  months: monthsIn,
  changes: (store: Store, since: Run, run: Run) => firstChanges(store, since, run),
  enablers: (store: Store) => findEnablers(store),
  nextPair: drawPair,
} satisfies Readonly<Record<string, (store: Store, ...values: never[]) => Promise<unknown>>>

type Works = typeof longWorks
export type LongWork = keyof Works
type ValuesOf<Name extends LongWork> = Works[Name] extends (
  store: Store,
  ...values: infer V
) => unknown
  ? V
  : never

/** Has a work done, here or elsewhere. */
export type Ask = <Name extends LongWork>(
  name: Name,
  ...values: ValuesOf<Name>
) => ReturnType<Works[Name]>

/** Does whatever work it is asked for in the thread that asks. */
export function askHere(store: Store): Ask {
  return (name, ...values) => workOf(name)(store, ...values) as ReturnType<Works[typeof name]>
}

type Work = (store: Store, ...values: readonly unknown[]) => Promise<unknown>

/** The work by its name, for values that came through a message, where no type ties them to it: whoever asks does so by {@link Ask}, and nobody else sends any. */
export function workOf(name: LongWork): Work {
  return longWorks[name] as unknown as Work
}

export function isLongWork(name: string): name is LongWork {
  return name in longWorks
}
