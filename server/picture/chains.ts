import { compareText } from '../domain/canonical.ts'
import type { BareNode } from '../domain/graph.ts'
import type { Link } from '../domain/link.ts'

/** Shops of which each later one is what an earlier one came back as. */
export interface Chain {
  /** `A`, `B`, … by first opening; empty for the shops that no succession joins to another. */
  readonly letter: string
  /** In the order in which the lives began that the steps lead to, so that a shop that changed hands stands behind the one that went on in it. */
  readonly shops: readonly BareNode[]
  /** The succession drawn into each shop but the first. */
  readonly steps: readonly Link[]
  /** The least probable step, and the chance that all of them hold; absent without steps. */
  readonly weakest: number | undefined
  readonly joint: number | undefined
}

/**
 * Divides shops into chains: every shop follows its most probable predecessor, and the surest link wins where links would
 * make a circle. Shops without any succession come last, together, as one chain without a letter.
 */
export function findChains(
  shops: readonly BareNode[],
  links: readonly Link[],
  /** Successions less probable than this join nothing; a probability. */
  least = 0.5,
): readonly Chain[] {
  const byKey = new Map(shops.map((shop) => [shop.key, shop]))
  const steps = bestSteps(
    links.filter(
      ({ from, to, kind, probability }) =>
        kind === 'came_back_as' && byKey.has(from) && byKey.has(to) && least <= probability,
    ),
  )
  const groups = groupBy([...byKey.keys()], steps)
  const chains = groups
    .filter(({ keys }) => 1 < keys.length)
    .map(({ keys, steps }) => ({ shops: inOrder(keys, byKey, begunBy(steps)), steps }))
    .toSorted((a, b) => byOpening(a.shops[0], b.shops[0]))
    .map(({ shops, steps }, index) => ({ letter: letterOf(index), shops, ...summed(steps) }))
  const alone = groups.filter(({ keys }) => keys.length === 1).flatMap(({ keys }) => keys)
  if (alone.length === 0) return chains
  return [...chains, { letter: '', shops: inOrder(alone, byKey), ...summed([]) }]
}

/** The day a shop is first known to trade; `undefined` when no source says. */
export function openedOn({ lives, firstSeen }: BareNode): string | undefined {
  return lives.find(({ from }) => from !== undefined)?.from ?? firstSeen
}

function bestSteps(links: readonly Link[]): readonly Link[] {
  const root = new Map<string, string>()
  const find = (key: string): string => {
    const parent = root.get(key)
    return parent === undefined ? key : find(parent)
  }
  const followed = new Set<string>()
  return links.toSorted(surestFirst).filter(({ from, to }) => {
    if (followed.has(to) || find(from) === find(to)) return false
    followed.add(to)
    root.set(find(to), find(from))
    return true
  })
}

function surestFirst(a: Link, b: Link): number {
  return b.probability - a.probability || compareText(a.from, b.from) || compareText(a.to, b.to)
}

function groupBy(keys: readonly string[], steps: readonly Link[]) {
  const groupOf = new Map<string, { keys: string[]; steps: Link[] }>(
    keys.map((key) => [key, { keys: [key], steps: [] }]),
  )
  for (const step of steps) {
    const [into, other] = [groupOf.get(step.from), groupOf.get(step.to)]
    if (into === undefined || other === undefined) continue
    into.keys.push(...other.keys)
    into.steps.push(...other.steps, step)
    for (const key of other.keys) groupOf.set(key, into)
  }
  return [...new Set(groupOf.values())]
}

/** By shop that a step leads to, the day on which the life began that it tells. */
function begunBy(steps: readonly Link[]): ReadonlyMap<string, string> {
  return new Map(
    steps.flatMap(({ to, ledger }) => (ledger.gap === undefined ? [] : [[to, ledger.gap.opened]])),
  )
}

function inOrder(
  keys: readonly string[],
  byKey: ReadonlyMap<string, BareNode>,
  begun: ReadonlyMap<string, string> = new Map(),
) {
  return keys.flatMap((key) => byKey.get(key) ?? []).toSorted((a, b) => byOpening(a, b, begun))
}

/** Undated shops last. */
function byOpening(
  a: BareNode | undefined,
  b: BareNode | undefined,
  begun: ReadonlyMap<string, string> = new Map(),
): number {
  if (a === undefined || b === undefined) return 0
  const dayOf = (shop: BareNode) => begun.get(shop.key) ?? openedOn(shop) ?? '9'
  return compareText(dayOf(a), dayOf(b)) || compareText(a.key, b.key)
}

function summed(steps: readonly Link[]): Pick<Chain, 'steps' | 'weakest' | 'joint'> {
  const sorted = steps.toSorted(surestFirst)
  if (sorted.length === 0) return { steps: sorted, weakest: undefined, joint: undefined }
  return {
    steps: sorted,
    weakest: Math.min(...sorted.map(({ probability }) => probability)),
    joint: sorted.reduce((product, { probability }) => product * probability, 1),
  }
}

/** `A` … `Z`, then `AA`. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`
}
