import { type FoldState, mergeStates } from '../domain/fold-state.ts'

/** A node or relation that one transaction changes. `Id` tells one from another; `Record` is how an adapter points at a record. */
export interface Touched<Id, Record> {
  readonly id: Id
  /** What is newly said, merged; undefined when statements are only taken back. */
  readonly state: FoldState | undefined
  /** Records that newly say something of it. */
  readonly said: ReadonlySet<Record>
  /** Records that no longer do. */
  readonly unsaid: ReadonlySet<Record>
}

export interface TouchedThings<Id, Record> {
  say(id: Id, state: FoldState, record: Record): void
  unsay(id: Id, record: Record): void
  /** Everything touched since the last call. */
  take(): Touched<Id, Record>[]
}

/** Gathers what a batch says and takes back, so that each thing is folded and written once. */
export function touchedThings<Id, Record>(identity: (id: Id) => string): TouchedThings<Id, Record> {
  const things = new Map<string, Gathered<Id, Record>>()
  const touch = (id: Id): Gathered<Id, Record> => {
    const name = identity(id)
    const known = things.get(name)
    if (known !== undefined) return known
    const touched = { id, state: undefined, said: new Set<Record>(), unsaid: new Set<Record>() }
    things.set(name, touched)
    return touched
  }
  return {
    say(id, state, record) {
      const touched = touch(id)
      touched.state = touched.state ? mergeStates(touched.state, state) : state
      touched.said.add(record)
    },
    unsay(id, record) {
      touch(id).unsaid.add(record)
    },
    take() {
      const touched = [...things.values()]
      things.clear()
      return touched
    },
  }
}

interface Gathered<Id, Record> {
  readonly id: Id
  state: FoldState | undefined
  readonly said: Set<Record>
  readonly unsaid: Set<Record>
}
