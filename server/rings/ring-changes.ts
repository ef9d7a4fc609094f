import { compareText } from '../domain/canonical.ts'
import type { Ring } from '../domain/ring.ts'
import { type RingBrief, type RingChange, RingChangeCode } from '../domain/run-change.ts'
import { overlapsOf } from './identity/overlaps.ts'

/**
 * What became of the rings of one run in another, told by their shops alone: it holds for any two runs, in either order, also where no id was kept.
 *
 * The rule: two rings can continue one another when they share at least half of the shops of the smaller one. Of those that can, each ring of either run
 * takes the one with which it shares most shops; of equals the smaller, then the first by id. Rings that took one another, from either side,
 * are told together. The other way round the answer is the same with new and retired, grown and shrunk, merged and split exchanged.
 */
export function ringChanges(before: readonly Ring[], after: readonly Ring[]): RingChange[] {
  const earlier = before.map(sideOf)
  const later = after.map(sideOf)
  const pairs = pairsThatContinue(earlier, later)
  const taken = new Set([
    ...bestOf(pairs, 'earlier', 'later'),
    ...bestOf(pairs, 'later', 'earlier'),
  ])
  return joined([...earlier, ...later], taken)
    .map((together) =>
      changeOf(
        earlier.filter((side) => together.has(side)),
        later.filter((side) => together.has(side)),
      ),
    )
    .toSorted(byImportance)
}

/** A ring of one of the two runs. */
interface Side {
  readonly brief: RingBrief
  readonly shops: ReadonlySet<string>
}

interface Pair {
  readonly earlier: Side
  readonly later: Side
  readonly shared: number
}

function sideOf({ id, name, rank, members }: Ring): Side {
  const shops = new Set(members.map(({ shop }) => shop))
  return { brief: { id, name, rank, size: shops.size }, shops }
}

function pairsThatContinue(earlier: readonly Side[], later: readonly Side[]): Pair[] {
  const shopsOf = (sides: readonly Side[]) => sides.map(({ shops }) => [...shops])
  return overlapsOf(shopsOf(earlier), shopsOf(later)).flatMap(({ shared, ...places }) => {
    const [was, is] = [earlier[places.earlier], later[places.later]]
    if (was === undefined || is === undefined) return []
    const continues = Math.min(was.shops.size, is.shops.size) <= 2 * shared
    return continues ? [{ earlier: was, later: is, shared }] : []
  })
}

type End = 'earlier' | 'later'

/** For each ring at one end the pair with the ring at the other that it takes. */
function bestOf(pairs: readonly Pair[], own: End, other: End): Pair[] {
  const best = new Map<Side, Pair>()
  for (const pair of pairs) {
    const known = best.get(pair[own])
    if (known === undefined || isBetter(pair, known, other)) best.set(pair[own], pair)
  }
  return [...best.values()]
}

function isBetter(one: Pair, known: Pair, other: End): boolean {
  const order =
    known.shared - one.shared ||
    one[other].shops.size - known[other].shops.size ||
    compareText(one[other].brief.id, known[other].brief.id)
  return order < 0
}

/** Rings in the sets that pairs make of them; a ring without a pair is a set of its own. */
function joined(sides: readonly Side[], pairs: Iterable<Pair>): ReadonlySet<Side>[] {
  const setOf = new Map(sides.map((side) => [side, new Set([side])]))
  for (const { earlier, later } of pairs) {
    const one = setOf.get(earlier) ?? new Set()
    for (const side of setOf.get(later) ?? []) {
      one.add(side)
      setOf.set(side, one)
    }
  }
  return [...new Set(setOf.values())]
}

function changeOf(earlier: readonly Side[], later: readonly Side[]): RingChange {
  const was = new Set(earlier.flatMap(({ shops }) => [...shops]))
  const is = new Set(later.flatMap(({ shops }) => [...shops]))
  const gained = [...is].filter((shop) => !was.has(shop)).toSorted(compareText)
  const lost = [...was].filter((shop) => !is.has(shop)).toSorted(compareText)
  return {
    change: codeOf([earlier.length, later.length], gained.length, lost.length),
    before: earlier.map(({ brief }) => brief).toSorted(byRank),
    after: later.map(({ brief }) => brief).toSorted(byRank),
    kept: [...is].filter((shop) => was.has(shop)).toSorted(compareText),
    gained,
    lost,
  }
}

function codeOf(
  [earlier, later]: readonly [number, number],
  gained: number,
  lost: number,
): RingChangeCode {
  if (earlier === 0) return 'new'
  if (later === 0) return 'retired'
  if (earlier === 1 && later === 1) return codeOfOne(gained, lost)
  if (later === 1) return 'merged'
  return earlier === 1 ? 'split' : 'regrouped'
}

/** A ring that gained as many shops as it lost is another one of the same size. */
function codeOfOne(gained: number, lost: number): RingChangeCode {
  if (gained === lost) return gained === 0 ? 'unchanged' : 'regrouped'
  return lost < gained ? 'grown' : 'shrunk'
}

function byRank(a: RingBrief, b: RingBrief): number {
  return a.rank - b.rank || compareText(a.id, b.id)
}

const order = new Map(RingChangeCode.options.map((code, place) => [code, place]))

/** By what happened, then by rank in the later run; retired rings by the rank that they had. */
function byImportance(a: RingChange, b: RingChange): number {
  const place = ({ change }: RingChange) => order.get(change) ?? 0
  const first = ({ before, after }: RingChange) => after[0] ?? before[0]
  const [one, other] = [first(a), first(b)]
  return place(a) - place(b) || (one === undefined || other === undefined ? 0 : byRank(one, other))
}
