import type { Attribution } from '../../domain/attribution.ts'
import type { GraphNode } from '../../domain/graph.ts'
import type { LeadScope } from '../../domain/leads/lead-scope.ts'
import type { Link } from '../../domain/link.ts'
import type { Membership, Ring } from '../../domain/ring.ts'
import type { Probability } from '../../domain/units.ts'
import { calledAfter, isClosed, mostUsed } from '../../rings/describe.ts'
import { memberships } from '../../rings/paths.ts'
import { piecesOf } from '../../rings/pieces.ts'
import { type Step, stepsOf } from '../../rings/steps.ts'
import { lostSteps } from './lost-steps.ts'

interface Chosen {
  readonly chosen: ReadonlySet<string>
  /** Of the chosen shops, among each other and to others. */
  readonly links: readonly Link[]
  readonly nodes: readonly GraphNode[]
  readonly attributions: readonly Attribution[]
  readonly threshold: Probability
}

export interface NarrowRing {
  readonly ring: Ring
  readonly attributions: readonly Attribution[]
  readonly scope: LeadScope
}

/**
 * The ring as if it were made of the chosen shops alone: how each hangs on the others is worked out again over links between chosen shops, so that no sentence rests on what does not leave.
 * Its id and name are those of its first chosen shop where the ring has them of one that is left out.
 */
export function narrowRing(whole: Ring, given: Chosen): NarrowRing {
  const { chosen, links, nodes, threshold } = given
  const shops = whole.members.map(({ shop }) => shop).filter((shop) => chosen.has(shop))
  const steps = stepsOf(links, threshold).filter(({ a, b }) => chosen.has(a) && chosen.has(b))
  const pieces = piecesOf(shops, steps)
  const members = inOrder(
    shops,
    pieces.flatMap((piece) => memberships(piece, within(piece, steps))),
  )
  const closed = nodes.filter(isClosed).length
  const { event: _event, strains: _strains, fragility: _fragility, ...rest } = whole
  const ring: Ring = {
    ...rest,
    ...named(whole, shops[0] ?? '', nodes),
    parts: [],
    members,
    size: shops.length,
    live: shops.length - closed,
    closed,
    weakestStep: Math.min(...members.map(({ weakestStep }) => weakestStep)) as Probability,
    channels: mostUsed(steps),
  }
  const attributions = narrowAttributions(given, whole, ring.id)
  return {
    ring,
    attributions,
    scope: {
      size: whole.size,
      leftOut: whole.size - shops.length,
      lost: lostSteps(whole, pieces),
      targets: given.attributions.length - attributions.length,
      shared: attributions.some(({ target }) =>
        given.attributions.some(
          (all) => all.target === target && all.shops.some((shop) => !chosen.has(shop)),
        ),
      ),
    },
  }
}

/** A ring is called after its first shop, which may be one that is left out. */
function named(whole: Ring, first: string, nodes: readonly GraphNode[]): Pick<Ring, 'id' | 'name'> {
  if (whole.members[0]?.shop === first) return { id: whole.id, name: whole.name }
  return calledAfter(
    first,
    nodes.find(({ key }) => key === first),
  )
}

/** Factories and places that a path leads to from a chosen shop, over none that is left out. */
function narrowAttributions(
  { chosen, attributions }: Chosen,
  whole: Ring,
  ring: string,
): Attribution[] {
  const left = new Set(whole.members.map(({ shop }) => shop).filter((shop) => !chosen.has(shop)))
  return attributions
    .map((one) => ({ ...one, ring, shops: one.shops.filter((shop) => chosen.has(shop)) }))
    .filter(
      ({ shops, path }) =>
        0 < shops.length && path.every(({ from, to }) => !(left.has(from) || left.has(to))),
    )
}

function within(piece: readonly string[], steps: readonly Step[]): Step[] {
  const own = new Set(piece)
  return steps.filter(({ a, b }) => own.has(a) && own.has(b))
}

function inOrder(shops: readonly string[], members: readonly Membership[]): Membership[] {
  const byShop = new Map(members.map((member) => [member.shop, member]))
  return shops.flatMap((shop) => byShop.get(shop) ?? [])
}
