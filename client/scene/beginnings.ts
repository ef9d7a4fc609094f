import type { BareNode } from '../../server/contract/graph.ts'
import type { Scene } from './scene.ts'

/** What the date of the picture asks: what was the case on that day, or what a source had seen by then. */
export const senses = ['true', 'known'] as const
export type Sense = (typeof senses)[number]

/** The day from which something counts as there, by key or id; what is not in it was always there. */
export type Beginnings = ReadonlyMap<string, string>

const known = new WeakMap<Scene, Map<Sense, Beginnings>>()

/**
 * From when everything of a scene is there. In truth a shop is there from its opening, and what it is tied to from then on as
 * well. Known it is from the first sighting: a relation from its own, a link once both shops and something that they share
 * had been seen. What bears no date of its own takes it from what it joins.
 */
export function beginningsOf(scene: Scene, sense: Sense): Beginnings {
  const senses = known.get(scene) ?? new Map<Sense, Beginnings>()
  known.set(scene, senses)
  const before = senses.get(sense)
  if (before !== undefined) return before
  const beginnings = workedOut(scene, sense)
  senses.set(sense, beginnings)
  return beginnings
}

function workedOut(scene: Scene, sense: Sense): Beginnings {
  const all = new Map<string, string>()
  const put = (id: string, day: string | undefined) => day !== undefined && all.set(id, day)
  const shops = [...scene.nodes.values()].filter(({ kind }) => kind === 'Shop')
  for (const shop of shops) put(shop.key, shopDay(shop, sense))
  for (const [id, edge] of scene.edges) {
    const held = latest([all.get(edge.from), all.get(edge.to)])
    put(id, sense === 'known' ? latest([edge.firstSeen, held]) : (held ?? edge.firstSeen))
  }
  const touching = daysTouching(scene, all)
  for (const node of scene.nodes.values())
    if (node.kind !== 'Shop') put(node.key, thingDay(node, touching.get(node.key), sense))
  for (const [id, { from, to }] of scene.links) {
    const ends = latest([all.get(from), all.get(to)])
    const shared = sense === 'known' ? sharedDay(scene, all, { from, to }) : undefined
    put(id, latest([ends, shared]))
  }
  return all
}

/** The opening of a shop; known, not before it was first seen. */
function shopDay({ lives, firstSeen }: BareNode, sense: Sense): string | undefined {
  const opened = earliest(lives.map(({ from }) => from))
  return sense === 'known' ? latest([opened, firstSeen]) : (opened ?? firstSeen)
}

/** What is no shop has been there as long as anything was tied to it, and is known from its own first sighting. */
function thingDay(
  { firstSeen }: BareNode,
  ties: readonly (string | undefined)[] = [],
  sense: Sense,
): string | undefined {
  const tied = ties.includes(undefined) ? undefined : earliest(ties)
  if (sense === 'known') return firstSeen ?? tied
  return tied === undefined ? firstSeen : earliest([tied, firstSeen])
}

function daysTouching(
  { edges }: Scene,
  days: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly (string | undefined)[]> {
  const touching = new Map<string, (string | undefined)[]>()
  for (const [id, { from, to }] of edges) {
    for (const end of [from, to]) {
      const own = touching.get(end) ?? []
      own.push(days.get(id))
      touching.set(end, own)
    }
  }
  return touching
}

const neighbors = new WeakMap<Scene, ReadonlyMap<string, ReadonlyMap<string, string>>>()

/** When the first thing that both shops are tied to had been seen at both. */
function sharedDay(
  scene: Scene,
  days: ReadonlyMap<string, string>,
  { from, to }: { readonly from: string; readonly to: string },
): string | undefined {
  const byEnd = neighbors.get(scene) ?? edgesByEnd(scene)
  neighbors.set(scene, byEnd)
  const [a, b] = [byEnd.get(from), byEnd.get(to)]
  if (a === undefined || b === undefined) return undefined
  const both = [...a].flatMap(([other, edge]) => {
    const own = b.get(other)
    return own === undefined ? [] : [latest([days.get(edge), days.get(own)])]
  })
  return both.includes(undefined) ? undefined : earliest(both)
}

function edgesByEnd({ edges }: Scene) {
  const byEnd = new Map<string, Map<string, string>>()
  for (const [id, { from, to }] of edges) {
    byEnd.set(from, (byEnd.get(from) ?? new Map()).set(to, id))
    byEnd.set(to, (byEnd.get(to) ?? new Map()).set(from, id))
  }
  return byEnd
}

function earliest(days: readonly (string | undefined)[]): string | undefined {
  return days.filter((day) => day !== undefined).toSorted()[0]
}

function latest(days: readonly (string | undefined)[]): string | undefined {
  return days
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1)
}
