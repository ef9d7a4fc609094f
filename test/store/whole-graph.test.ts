import { expect } from 'chai'

import type { GraphEdge, GraphNode } from '../../server/domain/graph.ts'
import { all, aSource, edge, facts, load, node } from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'

const shop = 'shop:taobao.com/1'
/** More than the embedded store reads at a time, and enough for the other. */
const things = { embedded: 6000, neo4j: 60 }

for (const [name, open] of Object.entries(stores)) {
  describe(`the whole graph of the ${name} store`, () => {
    const count = things[name as keyof typeof things]
    const phones = Array.from({ length: count }, (_, number) => `contact:phone/${number}`)
    const third = (rest: number) => {
      const own = phones.filter((_, number) => number % 3 === rest)
      const source = `demo/third-${rest}.csv`
      const edges = own.map((key) => edge(shop, 'REACHED_AT', key))
      return [facts('1', { source, nodes: own.map((key) => node(key)), edges })]
    }

    it('is heard in order, as its scans give it, and has the hash that it has when nobody listens', async () => {
      await using store = await open()
      for (const rest of [2, 0, 1])
        await load(store, third(rest), aSource(`demo/third-${rest}.csv`))
      await load(store, [], aSource('demo/third-0.csv'))
      const nodes: GraphNode[] = []
      const edges: GraphEdge[] = []
      const hash = await store.canonicalHash({
        node: (own) => nodes.push(own),
        edge: (own) => edges.push(own),
      })
      expect(edges).to.have.length((2 * count) / 3)
      expect(edges).to.deep.equal(await all(store.scanEdges()))
      expect(nodes).to.deep.equal(await all(store.scanNodes()))
      expect(hash).to.equal(await store.canonicalHash())
    })
  })
}
