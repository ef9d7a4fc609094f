import { expect } from 'chai'
import request from 'supertest'

import {
  NeighboursAnswer,
  NodeAnswer,
  RelationAnswer,
  SearchAnswer,
} from '../../server/contract/graph.ts'
import { PathsAnswer } from '../../server/contract/paths.ts'
import { RingAnswer } from '../../server/contract/ring.ts'
import type { Sha256 } from '../../server/domain/units.ts'
import { exportLines } from '../../server/jobs/export-lines.ts'
import { leadContents } from '../../server/jobs/lead-contents.ts'
import { all } from '../support/store-builders.ts'
import { firstRing, servingSmallDataset } from './loaded.ts'
import type { Serving } from './serving.ts'

const shop = (id: string) => `shop:taobao.com/${id}`

interface Thing {
  readonly records: readonly Sha256[]
}

describe('the records that say a thing', () => {
  let served: Serving
  /** Hashes by key of a node, and by what tells a relation. */
  let told: ReadonlyMap<string, readonly Sha256[]>
  before(async () => {
    served = await servingSmallDataset()
    const nodes = await all(served.own.scanNodes())
    const edges = await all(served.own.scanEdges())
    told = new Map([...nodes, ...edges].map((own) => [nameOf(own), own.records]))
  })
  after(() => served[Symbol.asyncDispose]())

  const get = async (path: string, query: Record<string, string> = {}) =>
    (await request(served.app).get(path).query(query)).body

  const expectTold = (things: readonly (Thing & object)[]) => {
    expect(things).to.not.have.length(0)
    for (const own of things) {
      expect(own.records).to.not.have.length(0)
      expect(own.records).to.deep.equal(told.get(nameOf(own)))
    }
  }

  it('come with everything of a ring and of a lead', async () => {
    const id = await firstRing(served)
    const { nodes, edges } = RingAnswer.parse(await get(`/api/rings/${encodeURIComponent(id)}`))
    expectTold(nodes)
    expectTold(edges)
    const run = await served.own.currentRun()
    const contents = run && (await leadContents(served.own, run, id))
    expectTold(contents?.nodes ?? [])
    expectTold(contents?.edges ?? [])
    const cited = [...(contents?.nodes ?? []), ...(contents?.edges ?? [])].flatMap(
      ({ records }) => records,
    )
    const kept = (contents?.records ?? []).map(({ hash }) => hash)
    expect([...new Set(cited)].filter((hash) => !kept.includes(hash))).to.deep.equal([])
  })

  it('come with every node and every relation that is asked for by itself', async () => {
    const beside = await get('/api/neighbours', { key: shop('101'), all: 'true' })
    const { items } = NeighboursAnswer.parse(beside)
    for (const { node, edge } of items) {
      const answer = NodeAnswer.parse(await get('/api/nodes', { key: node.key }))
      expectTold([answer.node])
      expect(answer.node).to.deep.include(node)
      expect(answer.records.map(({ hash }) => hash)).to.deep.equal(answer.node.records)
      const { from, type, to, discriminator } = edge
      const relation = { from, type, to, discriminator }
      const own = RelationAnswer.parse(await get('/api/relations', relation))
      expectTold([own.edge])
      expect(own.edge).to.deep.include(edge)
      expect(own.records.map(({ hash }) => hash)).to.deep.equal(own.edge.records)
      expect(own.omitted).to.equal(0)
    }
  })

  it('come with every hop of a way', async () => {
    const body = { from: shop('101'), to: shop('103'), links: false }
    const { body: answer } = await request(served.app).post('/api/paths').send(body)
    const { paths } = PathsAnswer.parse(answer)
    expectTold(paths.flatMap(({ hops }) => hops.flatMap(({ edge }) => edge ?? [])))
  })

  it('come with everything of an exported graph', async () => {
    const shape = { format: 'ndjson', minProbability: 0.5 } as const
    const lines = await all(exportLines(served.own, 'graph', shape))
    const hashes = [...told.values()].flat()
    expect(hashes.filter((hash) => !lines.some((line) => line.includes(hash)))).to.deep.equal([])
  })

  it('do not come with what is found, drawn beside a node or gathered, nor with what a way passes, nor as of a day', async () => {
    const key = shop('101')
    const way = { from: key, to: shop('103') }
    const { body: paths } = await request(served.app).post('/api/paths').send(way)
    const gatherings = request(served.app).post('/api/gatherings')
    const { body: gathered } = await gatherings.send({ keys: [...told.keys()].filter(isKey) })
    const beside = await Promise.all(
      [{}, { asOf: '2030-01-01' }].flatMap((when) => [
        get('/api/neighbours', { key, all: 'true', ...when }),
        get('/api/neighbours', { key, type: 'REACHED_AT', ...when }),
      ]),
    )
    const items: { node: object; edge: object }[] = beside.flatMap((answer) => answer.items)
    const nodes = [
      ...(await get('/api/search', { q: 'lotus' })).items,
      ...(await get('/api/search', { q: 'lotus', asOf: '2030-01-01' })).items,
      ...items.map(({ node }) => node),
      ...gathered.nodes,
      ...paths.nodes,
    ]
    const edges = [...items.map(({ edge }) => edge), ...gathered.edges]
    expect(SearchAnswer.shape.items.safeParse(nodes).success).to.equal(true)
    expect(edges).to.not.have.length(0)
    for (const own of [...nodes, ...edges]) expect(own).to.not.have.property('records')
  })
})

/** Of a node, not of a relation. */
function isKey(name: string): boolean {
  return !name.startsWith('[')
}

function nameOf(thing: object): string {
  if ('key' in thing) return String(thing.key)
  const { from, type, to, discriminator } = thing as Record<string, string>
  return JSON.stringify([from, type, to, discriminator])
}
