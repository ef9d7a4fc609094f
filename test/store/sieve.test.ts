import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'
import fc from 'fast-check'

import { compareText } from '../../server/domain/canonical.ts'
import type { NodeKind } from '../../server/domain/graph.ts'
import { kindOf, type NodeKey } from '../../server/domain/keys.ts'
import { mulberry32 } from '../../server/domain/random.ts'
import { type Database, openDatabase } from '../../server/store/embedded/database.ts'
import { sieveOf } from '../../server/store/embedded/sieve.ts'
import { searchTerms } from '../../server/store/name-grams.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { SearchOptions, Store } from '../../server/store/port.ts'
import { facts, load, node } from '../support/store-builders.ts'

const things = 2_000
/** Stands in all names, so that all hold all of its characters beside one another. */
const common = '金莲花表行'
const letters = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'
/** Lists of the index of names reach over pages that are full with a few things, as those of a large store do with many. */
const pageBytes = 64
const busyTimeoutMs = 1_000

describe('a search of the embedded store for what is in nearly all names', () => {
  const named = namedThings()
  let folder: string
  let store: Store
  let database: Database
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'revenant-sieve-'))
    {
      await using _made = await openStore(folder, {})
    }
    database = await openDatabase(join(folder, 'store.sqlite'), { busyTimeoutMs })
    database.script(`INSERT INTO node_search (node_search, rank) VALUES ('pgsz', ${pageBytes})`)
    store = await openStore(folder, {})
    const said = [...named].map(([key, names], at) =>
      facts(`${at}`, { row: at + 1, nodes: names.map((name) => node(key, { name })) }),
    )
    await load(store, said)
  })
  after(async () => {
    database[Symbol.dispose]()
    await store[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true })
  })

  it('reads the lists of what few hold, and looks at what it finds', () => {
    expect(sieveOf(database, searchTerms(`${common}甲乙`))?.expression).to.match(
      /^"[^"]*75324e59"$/,
    )
    expect(sieveOf(database, searchTerms(common))).to.equal(undefined)
    expect(sieveOf(database, searchTerms('甲乙'))).to.equal(undefined)
  })

  it('finds exactly what a scan finds, of some kinds or of all, page by page', async () => {
    const part = fc.tuple(fc.nat(things - 1), fc.nat(8), fc.integer({ min: 1, max: 9 }))
    const asked = fc.array(part, { minLength: 1, maxLength: 2 })
    const kinds = fc.constantFrom<NodeKind[] | undefined>(undefined, ['Shop'], ['Identity'], [])
    let sieved = 0
    await fc.assert(
      fc.asyncProperty(asked, kinds, async (parts, wanted) => {
        const texts = parts.map(([at, from, length]) => {
          const [, [name = ''] = []] = [...named][at] ?? []
          return name.slice(from, from + length) || name
        })
        if (sieveOf(database, searchTerms(texts.join(' '))) !== undefined) sieved += 1
        const expected = [...named.keys()]
          .filter((key) => wanted === undefined || wanted.includes(kindOf(key)))
          .filter((key) =>
            texts.every((text) => named.get(key)?.some((name) => name.includes(text))),
          )
          .toSorted(compareText)
        const { keys, totals } = await foundOnPages(store, texts.join(' '), {
          kinds: wanted,
          limit: expected.length < 100 ? 3 : 400,
        })
        expect(keys).to.deep.equal(expected)
        expect([...totals]).to.deep.equal([expected.length])
      }),
      { numRuns: 150 },
    )
    expect(sieved).to.be.greaterThan(20)
  })
})

/** Shops and registrants, every tenth of which goes by another name too. */
function namedThings(): ReadonlyMap<NodeKey, readonly string[]> {
  const random = mulberry32(5)
  const letter = () => letters[Math.floor(random() * letters.length)] ?? ''
  const name = () => `${letter()}${common}${letter()}${letter()}${letter()}`
  return new Map(
    Array.from({ length: things }, (_, at) => {
      const key = (at % 3 === 0 ? `identity:demo/${at}` : `shop:demo/${at}`) as NodeKey
      return [key, at % 10 === 0 ? [name(), name()] : [name()]]
    }),
  )
}

async function foundOnPages(store: Store, text: string, options: SearchOptions) {
  const keys: string[] = []
  const totals = new Set<number>()
  let cursor: string | undefined
  do {
    const page = await store.search(text, { ...options, cursor })
    keys.push(...page.items.map(({ key }) => key))
    totals.add(page.total)
    cursor = page.next
  } while (cursor !== undefined)
  return { keys, totals }
}
