import { compareText } from '../domain/canonical.ts'
import type { BareNode } from '../domain/graph.ts'
import { type Box, forcePlaces } from './force.ts'
import { type Point, round } from './geometry.ts'
import type { NetworkGraph, Tie } from './network-graph.ts'
import { membersOf, type RingPicture } from './ring-picture.ts'
import { seedPlaces } from './seed-places.ts'

/** Room in pixels that a node with its name is given. */
const roomPx = { width: 124, height: 92 }

/** The box for a network: the one that is there, or as much larger as its nodes need. */
export function boxFor(nodes: number, { width, height }: Box): Box {
  const needed = nodes * roomPx.width * roomPx.height
  const grow = Math.max(1, Math.sqrt(needed / (width * height)))
  return { width: Math.round(width * grow), height: Math.round(height * grow) }
}

/** Places for every node: forces for what belongs together, a strip at the foot for what strangers share and what hangs on it. */
export function networkPlaces(
  picture: RingPicture,
  { nodes, ties }: Pick<NetworkGraph, 'nodes' | 'ties'>,
  box: Box,
): ReadonlyMap<string, Point> {
  const joined = joinedNodes(picture, nodes, ties)
  const own = nodes.filter(({ key }) => joined.has(key))
  const beside = nodes.filter(({ key }) => !joined.has(key))
  const perRow = Math.max(1, Math.floor((box.width - 60) / stripPx.across))
  const rows = Math.ceil(beside.length / perRow)
  const inner = { ...box, height: Math.max(box.height * 0.55, box.height - rows * stripPx.down) }
  const places = forcePlaces(seedPlaces(picture, own, inner), ties, inner)
  return new Map([...places, ...stripPlaces(beside, ties, places, { box, perRow })])
}

const stripPx = { across: 138, down: 84 }

/** What a shop of the scene reaches without passing what strangers share; all of it where there is no shop. */
function joinedNodes(
  picture: RingPicture,
  nodes: readonly BareNode[],
  ties: readonly Tie[],
): ReadonlySet<string> {
  const passable = new Set(nodes.flatMap(({ key }) => (picture.generic.has(key) ? [] : [key])))
  const members = membersOf(picture).flatMap(({ key }) => (passable.has(key) ? [key] : []))
  if (members.length === 0) return passable
  const neighbors = new Map<string, string[]>()
  for (const { from, to } of ties) {
    neighbors.set(from, [...(neighbors.get(from) ?? []), to])
    neighbors.set(to, [...(neighbors.get(to) ?? []), from])
  }
  const reached = new Set(members)
  for (const key of reached) {
    for (const next of neighbors.get(key) ?? []) if (passable.has(next)) reached.add(next)
  }
  return reached
}

/** In rows from left to right, each thing as near as can be under what it is tied to. */
function stripPlaces(
  nodes: readonly BareNode[],
  ties: readonly Tie[],
  places: ReadonlyMap<string, Point>,
  { box, perRow }: { box: Box; perRow: number },
): readonly (readonly [string, Point])[] {
  const lowest = [...places.values()].reduce((most, { y }) => Math.max(most, y), 0)
  const wanted = nodes
    .map(({ key }) => ({ key, x: middleOf(key, ties, places) ?? box.width / 2 }))
    .toSorted((a, b) => a.x - b.x || compareText(a.key, b.key))
  const rows = Math.ceil(wanted.length / perRow)
  const columns = Math.ceil(wanted.length / Math.max(1, rows))
  const left = (index: number) => 70 + index * stripPx.across
  let last = -1
  return wanted.map(({ key, x }, index) => {
    const [row, column] = [index % rows, Math.floor(index / rows)]
    if (row === 0) {
      const furthest = box.width - 70 - (columns - 1 - column) * stripPx.across
      last = Math.max(left(column), Math.min(Math.max(x, last + stripPx.across), furthest))
    }
    return [key, { x: round(last), y: round(lowest + stripPx.down * (row + 1)) }] as const
  })
}

function middleOf(
  key: string,
  ties: readonly Tie[],
  places: ReadonlyMap<string, Point>,
): number | undefined {
  const around = ties
    .filter(({ from, to }) => from === key || to === key)
    .flatMap(({ from, to }) => places.get(from === key ? to : from) ?? [])
  if (around.length === 0) return undefined
  return around.reduce((sum, { x }) => sum + x, 0) / around.length
}
