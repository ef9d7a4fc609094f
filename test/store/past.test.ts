import { expect } from 'chai'
import fc from 'fast-check'

import type { Facts } from '../../server/domain/fact.ts'
import type { SourceRecord } from '../../server/domain/record.ts'
import type { EpochMs } from '../../server/domain/units.ts'
import { openDatabase } from '../../server/store/embedded/database.ts'
import { openStore } from '../../server/store/open-store.ts'
import { pastGraph } from '../../server/store/past-graph.ts'
import { recordsThen, sourcesThen } from '../../server/store/past-records.ts'
import type { Store } from '../../server/store/port.ts'
import { temporaryFolder } from '../jobs/small-dataset.ts'
import { answers, phones, shops } from '../support/past-answers.ts'
import { all, aSource, at, day, edge, facts, load, node } from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'
import { withWideRecords } from '../support/wide-records.ts'

interface Row {
  readonly id: number
  readonly shop: number
  readonly phone: number
  readonly name: string
}

const aRow = fc.record({
  id: fc.integer({ min: 0, max: 12 }),
  shop: fc.integer({ min: 0, max: 3 }),
  phone: fc.integer({ min: 0, max: 1 }),
})

/** What one file calls each shop. Both datasets name them, so that a name that stands in a record may be outvoted by the other, and come back. */
const theirNames = fc.array(fc.constantFrom('海在', '莲花', '海莲', ''), {
  minLength: 4,
  maxLength: 4,
})

/** What happens to one of two datasets: its file is loaded anew, or it is taken back. */
const aStep = fc
  .record({
    dataset: fc.constantFrom('a', 'b'),
    rows: fc.option(fc.array(aRow, { maxLength: 8 }), { nil: undefined }),
    names: theirNames,
  })
  .map(({ dataset, rows, names }) => {
    const named = rows?.map((row) => ({ ...row, name: names[row.shop] ?? '' }))
    return { dataset, rows: named }
  })

function factsOf(dataset: string, { id, shop, phone, name }: Row): Facts {
  const [key = '', contact = ''] = [shops[shop], phones[phone]]
  return facts(String(id), {
    source: `${dataset}/shops.csv`,
    row: id + 1,
    fields: { name },
    nodes: [node(key, { ...(name !== '' && { name }) }), node(contact)],
    // Two datasets say two relations, so that a shop can hold a phone in two ways.
    edges: [edge(key, 'REACHED_AT', contact, { discriminator: dataset })],
  })
}

type Step = { readonly dataset: string; readonly rows: readonly Row[] | undefined }

async function happen(store: Store, { dataset, rows }: Step, ms: number): Promise<void> {
  if (rows === undefined) return void (await store.withdraw(dataset, at(ms)))
  const once = [...new Map(rows.map((row) => [row.id, row])).values()]
  const source = aSource(`${dataset}/shops.csv`, { dataset, loadedAt: at(ms) })
  await load(
    store,
    once.map((row) => factsOf(dataset, row)),
    source,
  )
}

for (const [name, open] of Object.entries(stores)) {
  describe(`the past of the ${name} store`, () => {
    it('answers as the store itself did at every moment, whatever was replaced or taken back since', async () => {
      const steps = fc.array(aStep, { minLength: 2, maxLength: 5 })
      await fc.assert(
        fc.asyncProperty(steps, async (happenings) => {
          await using store = await open()
          const then: object[] = []
          for (const [step, happening] of happenings.entries()) {
            await happen(store, happening, (step + 1) * 10)
            const rows = hashesOf(await all(store.scanRecords()))
            then.push({ ...(await answers(store)), rows, sources: await store.sources() })
          }
          for (const [step, answered] of then.entries()) {
            for (const ms of [10, 19]) {
              const knownAt = at(step * 10 + ms)
              const rows = hashesOf(await all(recordsThen(store, { knownAt })))
              const told = { rows, sources: await sourcesThen(store, knownAt) }
              const graph = await answers(pastGraph(store, { knownAt }))
              expect({ ...graph, ...told }).to.deep.equal(answered)
            }
          }
          expect(then.at(-1)).to.deep.include(await answers(pastGraph(store, {})))
          expect((await answers(pastGraph(store, { knownAt: at(9) }))).nodes).to.deep.equal([])
        }),
        { numRuns: name === 'embedded' ? 60 : 1 },
      )
    }).timeout(240_000)

    it('has every name that a record gave then, whatever outvoted it later or outlived it', async () => {
      await using store = await open()
      const row = { id: 1, shop: 1, phone: 0 }
      const keyed = { id: 2, shop: 3, phone: 0 }
      const steps: Step[] = [
        {
          dataset: 'a',
          rows: [
            { ...row, name: '海在' },
            { ...keyed, name: '' },
          ],
        },
        {
          dataset: 'b',
          rows: [
            { ...row, name: '莲花' },
            { ...keyed, name: '海莲' },
          ],
        },
        { dataset: 'a', rows: [{ ...row, name: '' }] },
        { dataset: 'a', rows: undefined },
      ]
      const then: object[] = []
      for (const [step, happening] of steps.entries()) {
        await happen(store, happening, (step + 1) * 10)
        then.push((await answers(store)).searches)
      }
      const told = await Promise.all([10, 20, 30, 40].map((ms) => answersAt(store, at(ms))))
      expect(told.map(({ searches }) => searches)).to.deep.equal(then)
      const found = told.map(({ searches }) => searches.map(({ total }) => total))
      expect(found).to.deep.equal([
        [1, 0, 0, 0, 0, 1, 0],
        [1, 2, 0, 0, 1, 1, 1],
        [0, 2, 0, 0, 1, 1, 0],
        [0, 2, 0, 0, 1, 1, 0],
      ])
      expect(told[1]?.searches[0]?.items[0]).to.include({ name: '莲花', foundAs: '海在' })
      expect(told[1]?.searches[1]?.items[0]).not.to.have.property('foundAs')
    })

    it('outlives a dump and its restoring', async () => {
      const first = await open()
      const row = { id: 1, shop: 1, phone: 0, name: '莲花' }
      await happen(first, { dataset: 'a', rows: [row] }, 10)
      await happen(first, { dataset: 'a', rows: [{ ...row, phone: 1, name: '海在' }] }, 20)
      await happen(first, { dataset: 'a', rows: undefined }, 30)
      const lines = await all(first.dump())
      const told = await Promise.all([15, 25].map((ms) => answersAt(first, at(ms))))
      await first[Symbol.asyncDispose]()
      await using second = await open()
      await second.restore(each(lines))
      const again = await Promise.all([15, 25].map((ms) => answersAt(second, at(ms))))
      expect(again).to.deep.equal(told)
      expect(told[0]?.searches.map(({ total }) => total)).to.deep.equal([0, 1, 0, 0, 1, 0, 0])
    })

    it('leaves out what was first seen later than a day, and ends that came later', async () => {
      await using store = await open()
      const life = (to?: string) => ({
        ...{ from: day('2024-01-05'), began: 'opened' as const, explicit: false },
        ...(to !== undefined && { to: day(to), ended: 'counterfeit' as const }),
      })
      const shop = shops[0] ?? ''
      await load(store, [
        facts('1', {
          nodes: [node(shop, { name: 'Lotus', life: life('2024-06-01'), ...seen('2024-07-01') })],
        }),
        facts('2', {
          edges: [edge(shop, 'REACHED_AT', phones[0] ?? '', seen('2024-02-01', '2024-03-01'))],
        }),
        facts('3', { edges: [edge(shop, 'REACHED_AT', phones[1] ?? '', seen('2024-05-01'))] }),
        facts('4', {
          nodes: [node(shops[1] ?? '', { life: { ...life(), from: day('2025-01-01') } })],
        }),
      ])
      const on = (text: string) => pastGraph(store, { asOf: day(text) })
      expect(await on('2024-01-04').node(shop)).to.equal(undefined)
      expect((await on('2024-01-05').node(shop))?.lives).to.deep.equal([
        { from: '2024-01-05', began: 'opened' },
      ])
      expect((await on('2024-06-01').node(shop))?.lives[0]).to.include({ ended: 'counterfeit' })
      const total = async (text: string) => {
        const counts = await on(text).neighbourCounts(shop)
        return counts.reduce((sum, { count }) => sum + count, 0)
      }
      expect(await total('2024-01-31')).to.equal(0)
      expect(await total('2024-04-30')).to.equal(1)
      expect(await total('2024-05-01')).to.equal(2)
      const [first] = (await all(on('2024-02-15').scanEdges())).map(({ lastSeen }) => lastSeen)
      expect(first).to.equal('2024-02-15')
      expect((await on('2024-12-31').search('taobao', { limit: 9 })).total).to.equal(1)
      expect((await on('2025-01-01').search('taobao', { limit: 9 })).total).to.equal(2)
    })

    it('finds by the names that were seen by a day, and calls a thing by the last of them', async () => {
      await using store = await open()
      const shop = shops[0] ?? ''
      await load(store, [
        facts('1', { nodes: [node(shop, { name: 'Lotus', ...seen('2024-01-01') })] }),
        facts('2', { nodes: [node(shop, { name: 'Peony', ...seen('2024-06-01') })] }),
      ])
      const found = async (text: string, on: string) => {
        const { items } = await pastGraph(store, { asOf: day(on) }).search(text, { limit: 9 })
        return items.map(({ name, foundAs }) => [name, foundAs])
      }
      expect(await found('lotus', '2024-03-01')).to.deep.equal([['Lotus', undefined]])
      expect(await found('peony', '2024-03-01')).to.deep.equal([])
      expect(await found('lotus', '2024-07-01')).to.deep.equal([['Peony', 'Lotus']])
      expect(await found('peony lotus', '2024-07-01')).to.deep.equal([['Peony', 'Lotus']])
    })
  })
}

describe('the past of an embedded store of an earlier version', () => {
  it('is there after it was opened', async () => {
    using folder = temporaryFolder()
    const row = { id: 1, shop: 1, phone: 0, name: '莲花' }
    const told = await (async () => {
      await using store = await openStore(folder.path, {})
      await happen(store, { dataset: 'a', rows: [row] }, 10)
      await happen(store, { dataset: 'a', rows: undefined }, 20)
      return await answersAt(store, at(15))
    })()
    const database = await openDatabase(`${folder.path}/store.sqlite`, { busyTimeoutMs: 1_000 })
    withWideRecords(database)
    database.script('DROP TABLE ended_said; DROP TABLE ended_search; PRAGMA user_version = 7')
    closed(database)
    await using store = await openStore(folder.path, {})
    expect(await answersAt(store, at(15))).to.deep.equal(told)
    expect(told.nodes).to.have.length(2)
  })
})

/** Rows here keep their hash when their name changes, as those of files do not. */
function hashesOf(records: readonly SourceRecord[]) {
  return records.map(({ hash }) => hash)
}

function closed(database: Disposable): void {
  database[Symbol.dispose]()
}

function answersAt(store: Store, knownAt: EpochMs) {
  return answers(pastGraph(store, { knownAt }))
}

function seen(firstSeen: string, lastSeen = firstSeen) {
  return { firstSeen: day(firstSeen), lastSeen: day(lastSeen) }
}

async function* each(lines: readonly string[]) {
  yield* lines
}
