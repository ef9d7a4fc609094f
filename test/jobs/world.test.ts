import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'
import fc from 'fast-check'
import Papa from 'papaparse'

import { RefusalError } from '../../server/domain/failure.ts'
import { generate } from '../../server/jobs/generate.ts'
import type { WorldOptions } from '../../server/jobs/world/plan.ts'
import { evidenceOf } from '../support/evidence-of.ts'
import { type WorldFiles, worldFiles, worldHash, worldHashes } from '../support/world-files.ts'

type Row = Record<string, string>

const base: WorldOptions = { shops: 400, seed: 7, evasion: 1, twin: false, labels: 0 }
const world = (options: Partial<WorldOptions> = {}) => worldFiles({ ...base, ...options })
const rows = ({ files }: WorldFiles, path: string): Row[] =>
  Papa.parse<Row>(files.get(path) ?? '', { header: true, skipEmptyLines: true }).data
const truthOf = (made: WorldFiles) => rows(made, 'truth/truth.csv')
const shopKey = ({ platform, shop_id }: Row) => `${platform}/${shop_id}`
const listed = (cell = '') => cell.split('|').filter(Boolean)
/** Sixty days before the closure, or years before it on an account that is older than its trade. */
const leastGap = ({ trap }: Row) => (listed(trap).includes('aged_account') ? -3000 : -60)
const days = (from = '', to = '') => (Date.parse(to) - Date.parse(from)) / 86_400_000

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
        const made = worldFiles(own)
        expect([...worldFiles(own).files]).to.deep.equal([...made.files])
        const other = worldFiles({ ...own, seed: own.seed + 1 })
        expect(other.files.get('data/shop.csv')).not.to.equal(made.files.get('data/shop.csv'))
      }),
      { numRuns: 20 },
    )
  })

  it('gives the bytes that it gave before any figure was measured on them', () => {
    const golden: readonly [Partial<WorldOptions>, string][] = [
      [{}, '1e3723d5b15051c51874aa0ec2fbb3b5c4282223246d531179dc5dd1025927a3'],
      [{ evasion: 4 }, '9c0b64134ec556f46a72cd363720e8d004f2f600e777491008ca6c01ec74c391'],
      [{ twin: true }, 'a153728e46dc216b98524247bff9f9bca1f996639f99a4493160c1a3bf243514'],
    ]
    for (const [options, hash] of golden) {
      const own = { ...base, shops: 2000, seed: 1, labels: 0.1, ...options }
      expect(worldHash(own), JSON.stringify(own)).to.equal(hash)
    }
  })

  it('gives the first world of the checked-in table of hashes', () => {
    const table = join(import.meta.dirname, '../golden/world-hashes.json')
    const [first] = JSON.parse(readFileSync(table, 'utf8'))
    expect(worldHashes(first.options)).to.deep.equal(first.sha256)
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
        for (const row of named) {
          const { predecessor = '', controller } = row
          expect(truth.get(predecessor)?.controller).to.equal(controller)
          const gap = days(shops.get(predecessor)?.closed_on, shops.get(shopKey(row))?.opened_on)
          expect(Number.isNaN(gap) || leastGap(row) <= gap).to.equal(true)
        }
        expect(new Set(named.map(({ predecessor }) => predecessor)).size).to.equal(named.length)
        expect(made.successions).to.equal(named.length)
        expect(made.controllers).to.equal(
          new Set([...truth.values()].map(({ controller }) => controller)).size,
        )
      }),
      { numRuns: 15 },
    )
  })

  it('closes no shop before it opened it', () => {
    for (const { opened_on, closed_on } of rows(world({ shops: 3000 }), 'data/shop.csv')) {
      if (opened_on && closed_on) expect(days(opened_on, closed_on)).to.be.at.least(0)
    }
  })

  it('(law) hands out no number, device or picture by accident to two who share nothing', () => {
    const made = world({ shops: 3000, twin: true })
    const castOf = new Map(
      truthOf(made).map((row) => [shopKey(row), (row.controller ?? '').split('-')[0]]),
    )
    const agents = new Map(truthOf(made).map((row) => [shopKey(row), row.trap ?? '']))
    for (const field of ['registrant_id', 'device', 'messenger', 'email', 'phone']) {
      const casts = new Map<string, Set<string | undefined>>()
      for (const row of rows(made, 'data/shop.csv')) {
        const { [field]: typed = '' } = row
        const value = typed.replaceAll(/\W/g, '').replace(/^86/, '')
        const anyones = agents.get(shopKey(row))?.includes('registration_agent')
        if (value === '' || typed.includes('*') || anyones) continue
        casts.set(value, (casts.get(value) ?? new Set()).add(castOf.get(shopKey(row))))
      }
      expect(Math.max(...[...casts.values()].map(({ size }) => size)), field).to.equal(1)
    }
  })

  it('has no successions in a twin world, and a controller for every shop', () => {
    const made = world({ twin: true })
    expect(truthOf(made).filter(({ predecessor }) => predecessor)).to.deep.equal([])
    expect([made.successions, made.controllers]).to.deep.equal([0, 400])
  })

  it('changes more at a return the more sellers evade, until hardly anything stays', () => {
    const changed = [0, 1, 2, 3, 4].map((evasion) => {
      const returned = truthOf(world({ evasion, shops: 1500 })).filter(
        ({ predecessor, trap }) => predecessor && !trap?.includes('reopened'),
      )
      const fields = returned.flatMap((row) =>
        listed(row.changed).filter((name) => name !== 'platform'),
      )
      return fields.length / returned.length
    })
    expect(changed.toSorted((a, b) => a - b)).to.deep.equal(changed)
    expect(changed[0]).to.be.within(2, 6)
    expect(changed.at(-1)).to.be.within(12, 15)
  })

  it('sets each of its traps for at least one shop in fifty', () => {
    const made = truthOf(world({ shops: 6000 }))
    const traps = new Map<string, number>()
    for (const { trap } of made) {
      for (const name of listed(trap)) traps.set(name, (traps.get(name) ?? 0) + 1)
    }
    expect([...traps.keys()].toSorted()).to.deep.equal(trapNames)
    for (const [name, count] of traps) expect(count / made.length, name).to.be.at.least(0.02)
  })

  it('shares hubs, payment agents and registration agents among strangers', () => {
    const shops = rows(world({ shops: 2000 }), 'data/shop.csv')
    for (const field of ['origin_address', 'account', 'phone']) {
      const holders = new Map<string, number>()
      for (const { [field]: typed = '' } of shops) {
        const value = typed.replaceAll(/[\s-]|^\+?86/g, '')
        holders.set(value, (holders.get(value) ?? 0) + 1)
      }
      holders.delete('')
      expect(Math.max(...holders.values()), field).to.be.at.least(10)
    }
  })

  it('dates the trade on an account that is older than its trade', () => {
    const made = world({ shops: 3000 })
    const aged = truthOf(made).filter(({ trap }) => listed(trap).includes('aged_account'))
    const keys = new Set(aged.map(shopKey))
    const dated = [...rows(made, 'data/link.csv'), ...rows(made, 'data/listing.csv')].filter(
      (row) => keys.has(shopKey(row)),
    )
    const seen = new Set(dated.filter((row) => row.first_seen ?? row.seen_on).map(shopKey))
    expect(seen.size / keys.size).to.be.at.least(0.98)
    const lives = rows(made, 'data/life.csv').filter((row) => keys.has(shopKey(row)))
    expect(new Set(lives.map(({ began }) => began))).to.deep.equal(
      new Set(['opened', 'taken_over']),
    )
  })

  it('writes decisions of known truth on request, easy and hard ones', () => {
    const made = world({ labels: 0.1, shops: 10_000 })
    const controllerOf = new Map(truthOf(made).map((row) => [shopKey(row), row.controller]))
    const decisions = rows(made, 'data/decision.csv')
    for (const { a = '', b = '', verdict, basis } of decisions) {
      const same = controllerOf.get(a) === controllerOf.get(b)
      if (verdict === 'unsure') expect(basis).to.equal('reviewed')
      else expect(same).to.equal(verdict === 'same')
      expect(a < b).to.equal(true)
    }
    const certified = decisions.filter(({ basis }) => basis !== 'reviewed')
    const of = (verdict: string, because: RegExp) =>
      certified.filter((row) => row.verdict === verdict && because.test(row.because ?? '')).length
    expect(certified.length).to.be.at.least(300)
    expect(of('same', /succession/)).to.be.at.least(60)
    expect(of('same', /sister|far/)).to.be.at.least(20)
    expect(of('different', /^alike/)).to.be.at.least(100)
    expect(of('different', /^sharing/)).to.be.at.least(100)
    expect(of('different', /nothing/)).to.be.at.least(30)
    expect(world().files.has('data/decision.csv')).to.equal(false)
  })
})

const trapNames = [
  'aged_account',
  'common_name',
  'dealer',
  'family',
  'franchise',
  'impersonated',
  'impersonator',
  'office_address',
  'parcel_hub',
  'payment_agent',
  'recycled_phone',
  'registration_agent',
  'reinstated',
  'reopened',
  'shared_network',
  'shared_pack',
  'sister',
  'sold',
  'sweep',
]

describe('generate', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'revenant-world-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('writes a dataset that loads whole but for numbers that do not check, and keeps its truth apart', async () => {
    const out = join(folder, 'new/world')
    const made = await generate(out, { ...base, shops: 2000, labels: 0.2 })
    expect(await readdir(out)).to.have.members(['data', 'truth'])
    const { records, quarantined } = await evidenceOf(join(out, 'data'))
    expect(quarantined).to.deep.equal([])
    const refused = records.flatMap((record) => record.refused)
    expect(new Set(refused.map(({ reason }) => reason))).to.deep.equal(new Set(['id-number-check']))
    expect(refused.length / made.shops).to.be.within(0.001, 0.02)
    expect(records.filter(({ kind }) => kind === 'shop')).to.have.length(made.shops)
    expect(await readFile(join(out, 'data/dataset.json'), 'utf8')).not.to.include('truth')
  })

  it('writes to the disk what it makes in memory', async () => {
    const out = join(folder, 'world')
    await generate(out, { ...base, labels: 0.2 })
    for (const [path, text] of world({ labels: 0.2 }).files) {
      expect(await readFile(join(out, path), 'utf8'), path).to.equal(text)
    }
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
