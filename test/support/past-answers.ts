import type { PastGraph } from '../../server/store/past-graph.ts'
import { all, day } from './store-builders.ts'
import { walkedAround } from './walked-around.ts'

export const phones = ['contact:phone/+8613800138000', 'contact:phone/+8613800138001']
export const shops = ['0', '1', '2', '金店'].map((id) => `shop:taobao.com/${id}`)

/** Names, their pinyin, keys, and words of which one may stand in one name and the other in another. */
const searchedFor = ['海在', '莲', '8613800138001', 'taobao 2', 'lianhua', 'jindian', '海在 莲花']

/** Two steps of a walk from one shop, over relations of one day. */
async function walked(graph: PastGraph) {
  const walk = graph.walk({ types: ['REACHED_AT'], until: day('2025-01-01') })
  const around = async (keys: readonly string[]) =>
    [...(await walkedAround(walk, keys))]
      .map(([key, others]) => [key, others.toSorted()])
      .toSorted()
  return {
    counts: await walk.counts([...shops, ...phones].map(walk.numberOf)),
    first: await around(shops.slice(0, 2)),
    second: await around(phones),
    relations: await walk.relations([...shops.slice(0, 2), ...phones].map(walk.numberOf)),
  }
}

/** All that can be asked of a graph. */
export async function answers(graph: PastGraph) {
  const around = [...shops, ...phones].map(async (key) => ({
    node: await graph.node(key),
    counts: await graph.neighbourCounts(key),
    few: await graph.expand(key, { most: 2 }),
    all: await graph.expand(key, { most: 9 }),
    out: await graph.neighbours(key, { type: 'REACHED_AT', direction: 'out', limit: 1 }),
    in: await graph.neighbours(key, { type: 'REACHED_AT', direction: 'in', limit: 2 }),
    about: await graph.recordsAbout(key, { kinds: ['shop'], limit: 20 }),
  }))
  const searches = searchedFor.map((text) =>
    graph.search(text, { limit: 2, kinds: ['Shop', 'Contact'] }),
  )
  return {
    nodes: await all(graph.scanNodes()),
    edges: await all(graph.scanEdges()),
    whole: await graph.nodes([...shops, ...phones]),
    bare: await graph.bareNodes([...shops, ...phones]),
    among: await graph.edgesAmong([...shops.slice(1), ...phones.slice(1)]),
    bareAmong: await graph.bareEdgesAmong([...shops, ...phones]),
    bareFromOne: await graph.bareEdgesAmong([...shops, ...phones], shops.slice(1, 2)),
    fromOne: await graph.edgesAmong([...shops, ...phones.slice(1)], shops.slice(0, 1)),
    holders: [...(await graph.holderCounts(phones, 3))].toSorted(),
    around: await Promise.all(around),
    searches: await Promise.all(searches),
    names: [...(await graph.namesOf([...shops, ...phones]))].toSorted(),
    relations: [...(await graph.relationCounts([...shops, ...phones], ['REACHED_AT']))].toSorted(),
    walked: await walked(graph),
  }
}
