import { type FoldState, mergeAll } from '../../domain/fold-state.ts'
import type { Touched } from '../touched.ts'

/** The nodes or the relations of the graph, as rows that are folded from what records say. */
export interface Things<Id> {
  find(id: Id): Standing | undefined
  /** What the current records say of the thing, each statement by itself. */
  statesSaid(row: number, id: Id): FoldState[]
  /** The row of a new thing, or undefined when it stands already. */
  insert(id: Id, state: FoldState): number | undefined
  update(standing: Standing, id: Id, state: FoldState): void
  remove(row: number): void
  /** Notes which records newly say which rows. */
  say(pairs: readonly (readonly [row: number, record: number])[]): void
  unsay(row: number, record: number): void
  /** Ends a series of writes. */
  settled(): void
}

export interface Standing {
  readonly row: number
  readonly state: FoldState
}

/** Writes every touched thing once; what nothing is said of leaves the graph. */
export function settle<Id>(things: Things<Id>, touched: readonly Touched<Id, number>[]): void {
  const pairs: [number, number][] = []
  for (const thing of touched) {
    const row = settledRow(things, thing)
    if (row === undefined) continue
    for (const record of thing.said) pairs.push([row, record])
  }
  things.say(pairs)
  things.settled()
}

/** Most things of a load are new, so that inserting comes before looking. */
function settledRow<Id>(things: Things<Id>, { id, state, unsaid }: Touched<Id, number>) {
  const inserted = state && things.insert(id, state)
  if (inserted !== undefined) return inserted
  const standing = things.find(id)
  if (standing === undefined) return undefined
  for (const record of unsaid) things.unsay(standing.row, record)
  const before = unsaid.size > 0 ? things.statesSaid(standing.row, id) : [standing.state]
  const states = state ? [...before, state] : before
  if (states.length > 0) things.update(standing, id, mergeAll(states))
  else things.remove(standing.row)
  return standing.row
}
