import type { Database } from './database.ts'
import { writtenVersion } from './written-version.ts'

/**
 * What was counted of things with very many relations, kept until somebody writes: to count these takes longer than the rest of a question, and one question after another comes by the same ones.
 */
export interface HubCounts<Counted> {
  /** What is counted of each of the keys, in their order; `count` is asked for those of which it is not known. `what` tells questions apart. */
  of(
    what: string,
    keys: readonly string[],
    count: (keys: readonly string[]) => readonly Counted[],
  ): readonly Counted[]
}

/** Relations of what is kept at least: fewer are counted as fast as they are looked up. */
const hubFrom = 200
/** Things that are kept for one question at most. */
const keptMost = 10_000

/** `sizeOf` says how many relations were counted. */
export function hubCounts<Counted>(
  database: Database,
  sizeOf: (counted: Counted) => number,
): HubCounts<Counted> {
  const all = new Map<string, Map<string, Counted>>()
  let version = ''
  const keptFor = (what: string) => {
    const now = writtenVersion(database)
    if (now !== version) all.clear()
    version = now
    const kept = all.get(what) ?? new Map<string, Counted>()
    all.set(what, kept)
    return kept
  }
  return {
    of(what, keys, count) {
      const kept = keptFor(what)
      const left = keys.filter((key) => !kept.has(key))
      const counted = left.length === 0 ? [] : count(left)
      const fresh = new Map(left.map((key, place) => [key, counted[place] as Counted]))
      const found = keys.map((key) => fresh.get(key) ?? (kept.get(key) as Counted))
      for (const [key, own] of fresh) {
        if (hubFrom <= sizeOf(own) && kept.size < keptMost) kept.set(key, own)
      }
      return found
    },
  }
}
