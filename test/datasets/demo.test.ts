import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'

import { demoFiles } from '../../datasets/demo/make-demo.ts'
import type { Ring } from '../../server/domain/ring.ts'
import type { IsoDate, Probability } from '../../server/domain/units.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import { findRings } from '../../server/rings/find-rings.ts'
import { supplyOf } from '../../server/trace/supply.ts'
import { traceRing } from '../../server/trace/trace-ring.ts'
import { type DatasetRead, evidenceOf } from '../support/evidence-of.ts'

const folder = join(import.meta.dirname, '../../datasets/demo')
const threshold = 0.8 as Probability

describe('the demo dataset', () => {
  let demo: DatasetRead
  let rings: readonly Ring[]

  before(async () => {
    demo = await evidenceOf(join(folder, 'data'))
    rings = ringsOf(demo)
  })

  it('is what its script writes, byte for byte', () => {
    const written = demoFiles()
    for (const [path, text] of written)
      expect(readFileSync(join(folder, path), 'utf8')).to.equal(text)
    const kept = readdirSync(join(folder, 'data')).map((file) => `data/${file}`)
    expect([...written.keys()].toSorted()).to.deep.equal([...kept, 'truth/truth.csv'].toSorted())
  })

  it('loads whole, but for the two cells that are wrong on purpose', () => {
    expect(demo.quarantined).to.deep.equal([])
    const refused = demo.records.flatMap((record) => record.refused)
    expect(refused.map(({ field, reason }) => `${field} ${reason}`).toSorted()).to.deep.equal([
      'registrant_id id-number-check',
      'seen_on date-invalid',
    ])
  })

  it('holds the six rings of its story and no other, Golden Lotus first', () => {
    expect(rings.map(({ name, size, live }) => [name, size, live])).to.have.deep.members([
      ['金莲箱包 Golden Lotus Bags', 8, 1],
      ['青窑 Blue Kiln', 11, 3],
      ['北门表行 Northgate Watch', 5, 1],
      ['三叶童装 Trefoil Kids', 7, 2],
      ['港湾数码 Harbor Audio', 4, 0],
      ['晨露美妆 Morning Dew', 6, 2],
    ])
    expect(rings[0]?.name).to.equal('金莲箱包 Golden Lotus Bags')
  })

  it('puts into each ring the shops of one controller and nobody else', () => {
    const controllerOf = truth()
    for (const { members } of rings) {
      const controllers = new Set(members.map(({ shop }) => controllerOf.get(shop)))
      expect(controllers.size).to.equal(1)
    }
  })

  it('joins the second chain of Golden Lotus through card 4471 alone', () => {
    const without = demo.edges.filter(({ to }) => to !== 'account:bank/6217****4471')
    expect(without.length).to.equal(demo.edges.length - 4)
    const sizes = ringsOf({ ...demo, edges: without })
      .filter(({ members }) => members.some(({ shop }) => golden.has(shop)))
      .map(({ size }) => size)
    expect(sizes.toSorted()).to.deep.equal([2, 6])
  })

  it('shows 43 things around Golden Lotus, 24 of them contacts', () => {
    const around = demo.edges.filter(({ from, type }) => golden.has(from) && type !== 'PROMOTES')
    const keys = new Set(around.map(({ to }) => to))
    expect(golden.size + keys.size).to.equal(43)
    expect([...keys].filter((key) => key.startsWith('contact:')).length).to.equal(24)
  })

  it('leads to the works by one label of the open shop, and marks the parcel hub', () => {
    const nodes = new Map(demo.nodes.map((node) => [node.key, node]))
    const [ring] = rings
    if (ring === undefined) throw new Error('no ring')
    const found = traceRing(ring, supplyOf({ ...demo, nodes }))
    expect(found[0]?.name).to.equal('宏岳皮具厂 Hongyue Leather Works')
    expect([found[0]?.parcels, found[0]?.testBuys]).to.deep.equal([46, 4])
    expect(found[0]?.path.map(({ records }) => records.length)).to.deep.equal([1, 33])
    expect(found[0]?.weakest).to.equal(0)
    expect(found[1]?.name).to.equal('东篱五金 Dongli Hardware')
    expect(found.at(-1)?.hub).to.equal(true)
  })
})

const golden = new Set(
  'weigou/1806 weigou/3355 weigou/7720 pinlane/40217 weigou/12903 jushi/88213 pinlane/51160 jushi/80454'
    .split(' ')
    .map((shop) => `shop:${shop}`),
)

function ringsOf(evidence: DatasetRead): readonly Ring[] {
  const asOf = '2026-03-14' as IsoDate
  const { links } = linkShops(evidence, { asOf, threshold, minimum: 0.5 as Probability })
  const shops = evidence.nodes.filter(({ kind }) => kind === 'Shop')
  return findRings({ links, shops }, { threshold, seed: 1, maxSize: 40 })
}

function truth(): Map<string, string> {
  const [, ...rows] = readFileSync(join(folder, 'truth/truth.csv'), 'utf8').trim().split('\n')
  return new Map(
    rows.map((row) => {
      const [platform, id, controller = ''] = row.split(',')
      return [`shop:${platform}/${id}`, controller]
    }),
  )
}
