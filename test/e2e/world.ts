import {
  type BareNode,
  type NeighbourCount,
  NeighboursAnswer,
  NodeAnswer,
  SearchAnswer,
} from '../../server/contract/graph.ts'
import { Health } from '../../server/contract/health.ts'
import { RingAnswer, RingsAnswer } from '../../server/contract/ring.ts'

async function ask(address: string): Promise<unknown> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${await response.text()}`)
  return response.json()
}

export interface Stranger {
  readonly node: BareNode
  readonly neighbors: number
}

/** A shop with a Chinese name that no ring holds and that has neighbors to expand. */
export async function strangerWithChineseName(address: string): Promise<Stranger> {
  for (const part of ['店', '行', '商', '家', '铺', '坊', '金']) {
    const url = `${address}/api/search?q=${encodeURIComponent(part)}&kind=Shop&limit=100`
    const { items } = SearchAnswer.parse(await ask(url))
    for (const node of items) {
      const key = encodeURIComponent(node.key)
      const { ring } = NodeAnswer.parse(await ask(`${address}/api/nodes?key=${key}`))
      if (ring !== undefined) continue
      const neighbors = await distinctNeighbors(address, node.key)
      if (1 < neighbors && neighbors < 40) return { node, neighbors }
    }
  }
  throw new Error('no shop with a Chinese name stands outside every ring')
}

/** One thing can be a neighbor in two ways and is drawn once. */
async function distinctNeighbors(address: string, key: string): Promise<number> {
  const url = `${address}/api/neighbours?${new URLSearchParams({ key, limit: '200' })}`
  const { counts } = NeighboursAnswer.parse(await ask(url))
  const keys = new Set<string>()
  for (const { type, direction, kind } of counts) {
    const page = await ask(`${url}&${new URLSearchParams({ type, direction, kind })}`)
    for (const { node } of NeighboursAnswer.parse(page).items) keys.add(node.key)
  }
  return keys.size
}

export async function firstRing(address: string): Promise<RingAnswer> {
  const { items } = RingsAnswer.parse(await ask(`${address}/api/rings?limit=1`))
  const id = items[0]?.id
  if (id === undefined) {
    throw new Error(`no ring: ${JSON.stringify(Health.parse(await ask(`${address}/api/health`)))}`)
  }
  return RingAnswer.parse(await ask(`${address}/api/rings/${encodeURIComponent(id)}`))
}

/** What the journeys go through in one dataset. */
export interface World {
  readonly address: string
  /** The first ring that has factories, two of them where any has. */
  readonly supplied: RingAnswer
  /** Two shops of that ring that the run links. */
  readonly linked: readonly [BareNode, BareNode]
  /** A thing of that ring with the most neighbors of one kind outside of it, and how many those are. */
  readonly wide: { readonly node: BareNode; readonly group: NeighbourCount }
}

export async function worldAt(address: string): Promise<World> {
  const supplied = await suppliedRing(address)
  return { address, supplied, linked: linkedIn(supplied), wide: await widest(address, supplied) }
}

async function suppliedRing(address: string): Promise<RingAnswer> {
  const { items } = RingsAnswer.parse(await ask(`${address}/api/rings?limit=12`))
  let best: RingAnswer | undefined
  for (const { id } of items) {
    const answer = RingAnswer.parse(await ask(`${address}/api/rings/${encodeURIComponent(id)}`))
    const factories = factoriesOf(answer).length
    if (2 <= factories) return answer
    if (best === undefined && 0 < factories) best = answer
  }
  if (best === undefined) throw new Error('no ring has a factory')
  return best
}

export function factoriesOf({ nodes }: RingAnswer): readonly BareNode[] {
  return nodes.filter(({ kind }) => kind === 'Factory')
}

function linkedIn({ links, nodes, ring }: RingAnswer): World['linked'] {
  const members = new Set(ring.members.map(({ shop }) => shop))
  for (const { from, to, kind } of links) {
    if (kind === 'shares_supply' || !members.has(from) || !members.has(to)) continue
    const [a, b] = [from, to].map((key) => nodes.find((node) => node.key === key))
    if (a !== undefined && b !== undefined) return [a, b]
  }
  throw new Error('no two shops of the ring are linked')
}

async function widest(address: string, { nodes }: RingAnswer): Promise<World['wide']> {
  let best: World['wide'] | undefined
  for (const node of nodes) {
    const query = new URLSearchParams({ key: node.key, limit: '1' })
    const { counts } = NeighboursAnswer.parse(await ask(`${address}/api/neighbours?${query}`))
    for (const group of counts) {
      const isOutside = group.kind === 'Shop' && (best?.group.count ?? 0) < group.count
      if (isOutside) best = { node, group }
    }
  }
  if (best === undefined) throw new Error('nothing of the ring has a shop')
  return best
}
