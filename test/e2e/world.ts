import {
  type GraphNode,
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
  readonly node: GraphNode
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
