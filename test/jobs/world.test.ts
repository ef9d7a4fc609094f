import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'
import fc from 'fast-check'
import Papa from 'papaparse'

import { RefusalError } from '../../server/domain/failure.ts'
import { generate } from '../../server/jobs/generate.ts'
import { generateWorld, type WorldOptions } from '../../server/jobs/world/generate-world.ts'
import { evidenceOf } from '../support/evidence-of.ts'

type Row = Record<string, string>

const base: WorldOptions = { shops: 400, seed: 7, evasion: 1, twin: false, labels: 0 }
const world = (options: Partial<WorldOptions> = {}) => generateWorld({ ...base, ...options })
const rows = ({ files }: ReturnType<typeof world>, path: string): Row[] =>
  Papa.parse<Row>(files.get(path) ?? '', { header: true, skipEmptyLines: true }).data
const truthOf = (made: ReturnType<typeof world>) => rows(made, 'truth/truth.csv')
const shopKey = ({ platform, shop_id }: Row) => `${platform}/${shop_id}`

describe('generateWorld', () => {
  it('(law) gives the same bytes for the same options, and others for another seed', () => {
    const options = fc.record({
      shops: fc.integer({ min: 1, max: 120 }),
      seed: fc.integer({ min: 0, max: 1e6 }),
      evasion: fc.constantFrom(0, 1, 2.5, 4),
      twin: fc.boolean(),
      labels: fc.constantFrom(0, 0.1, 1),
    })
    fc.assert(
      fc.property(options, (own) => {
        const made = generateWorld(own)
        expect([...generateWorld(own).files]).to.deep.equal([...made.files])
        const other = generateWorld({ ...own, seed: own.seed + 1 })
        expect(other.files.get('data/shop.csv')).not.to.equal(made.files.get('data/shop.csv'))
      }),
      { numRuns: 20 },
    )
  })

  it('makes exactly as many shops as it is asked for, each with its truth', () => {
    for (const shops of [1, 2, 37, 400]) {
      const made = world({ shops })
      const keys = rows(made, 'data/shop.csv').map(shopKey)
      expect(keys).to.have.length(shops)
      expect(new Set(keys).size).to.equal(shops)
      expect(truthOf(made).map(shopKey)).to.deep.equal(keys)
    }
  })

  it('(law) tells a truth that fits the data', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.constantFrom(0, 1, 4), (seed, evasion) => {
        const made = world({ seed, evasion, shops: 150 })
        const shops = new Map(rows(made, 'data/shop.csv').map((row) => [shopKey(row), row]))
        const truth = new Map(truthOf(made).map((row) => [shopKey(row), row]))
        const named = [...truth.values()].filter(({ predecessor }) => predecessor)
        const opened = (key = '') => shops.get(key)?.opened_on ?? ''
        for (const row of named) {
          const { predecessor = '', controller } = row
          expect(truth.get(predecessor)?.controller).to.equal(controller)
          const closed = Date.parse(shops.get(predecessor)?.closed_on ?? '')
          expect((Date.parse(opened(shopKey(row))) - closed) / 86_400_000).to.be.at.least(-50)
          expect(opened(predecessor) < opened(shopKey(row))).to.equal(true)
        }
        expect(new Set(named.map(({ predecessor }) => predecessor)).size).to.equal(named.length)
        const closed = [...shops.values()].filter(({ closed_on }) => closed_on)
        for (const { opened_on = '~', closed_on = '' } of closed) {
          expect(opened_on <= closed_on).to.equal(true)
        }
      }),
      { numRuns: 15 },
    )
  })

  it('has no successions in a twin world, and a controller for every shop', () => {
    const made = world({ twin: true })
    expect(truthOf(made).filter(({ predecessor }) => predecessor)).to.deep.equal([])
    expect([made.successions, made.controllers]).to.deep.equal([0, 400])
  })

  it('changes more fields at a return the more sellers evade', () => {
    const changed = [0, 1, 2, 3, 4].map((evasion) => {
      const returned = truthOf(world({ evasion, shops: 1500 })).filter(
        ({ predecessor }) => predecessor,
      )
      const fields = returned.flatMap((row) => (row.changed ?? '').split('|').filter(Boolean))
      return fields.length / returned.length
    })
    expect(changed.toSorted((a, b) => a - b)).to.deep.equal(changed)
    expect(changed[0]).to.be.within(1, 5)
    expect(changed.at(-1)).to.be.within(9, 12)
  })

  it('shares hubs, shells and agents among strangers', () => {
    const shops = rows(world({ shops: 2000 }), 'data/shop.csv')
    for (const field of ['origin_address', 'account', 'phone']) {
      const holders = new Map<string, number>()
      for (const { [field]: value = '' } of shops) holders.set(value, (holders.get(value) ?? 0) + 1)
      holders.delete('')
      expect(Math.max(...holders.values()), field).to.be.at.least(20)
    }
  })

  it('writes decisions of known truth on request, true ones', () => {
    const made = world({ labels: 0.5, shops: 1000 })
    const controllerOf = new Map(truthOf(made).map((row) => [shopKey(row), row.controller]))
    const decisions = rows(made, 'data/decision.csv')
    expect(new Set(decisions.map(({ verdict }) => verdict)).size).to.equal(2)
    for (const { a = '', b = '', verdict } of decisions) {
      expect(controllerOf.get(a) === controllerOf.get(b)).to.equal(verdict === 'same')
      expect(a < b).to.equal(true)
    }
    expect(world().files.has('data/decision.csv')).to.equal(false)
  })
})

describe('generate', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'revenant-world-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('writes a dataset that loads whole, and keeps its truth apart', async () => {
    const out = join(folder, 'new/world')
    const made = await generate(out, { ...base, labels: 0.2 })
    expect(await readdir(out)).to.have.members(['data', 'truth'])
    const { records, quarantined } = await evidenceOf(join(out, 'data'))
    expect(quarantined).to.deep.equal([])
    expect(records.flatMap(({ refused }) => refused)).to.deep.equal([])
    expect(records.filter(({ kind }) => kind === 'shop')).to.have.length(made.shops)
    expect(await readFile(join(out, 'data/dataset.json'), 'utf8')).not.to.include('truth')
  })

  it('refuses a folder that holds something, and options that cannot mean anything', async () => {
    await writeFile(join(folder, 'mine.txt'), 'keep me')
    const refused = async (options: Partial<WorldOptions>, out = join(folder, 'new')) =>
      generate(out, { ...base, ...options }).then(
        () => undefined,
        (error: unknown) => (error instanceof RefusalError ? error.message : error),
      )
    expect(await refused({}, folder)).to.match(/already holds 1 entries/)
    expect(await refused({ shops: 0 })).to.match(/--shops/)
    expect(await refused({ seed: 0.5 })).to.match(/--seed/)
    expect(await refused({ evasion: 5 })).to.match(/--evasion/)
    expect(await refused({ labels: Number.NaN })).to.match(/--labels/)
    expect(await readdir(folder)).to.deep.equal(['mine.txt'])
  })
})
