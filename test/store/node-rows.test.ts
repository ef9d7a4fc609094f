import { expect } from 'chai'
import fc from 'fast-check'

import type { NodeKey } from '../../server/domain/keys.ts'
import { type Database, openDatabase } from '../../server/store/embedded/database.ts'
import type { Gathered } from '../../server/store/embedded/gathered.ts'
import { keptNodeRows } from '../../server/store/embedded/kept-node-rows.ts'
import { namesToFind } from '../../server/store/embedded/names-to-find.ts'
import { askedNodeRows, type NodeRows } from '../../server/store/embedded/node-rows.ts'
import { putGathered } from '../../server/store/embedded/put-gathered.ts'
import { migrate } from '../../server/store/embedded/schema.ts'
import { at, key } from '../support/store-builders.ts'

async function emptyDatabase(): Promise<Database> {
  const database = await openDatabase(':memory:', { busyTimeoutMs: 0 })
  migrate(database)
  return database
}

const keyOf = (name: number | string) => key(`shop:taobao.com/${name}`)
const state = '{"properties":{}}'

/** Writes the nodes that stand nowhere yet, as a load does. */
function put(database: Database, rows: NodeRows, keys: readonly NodeKey[]): readonly number[] {
  const next = rows.next()
  const own = rows.of(keys)
  const fresh = own.map((row, place) => [row, keys[place] ?? '', state])
  database.insertAll(
    'INSERT INTO nodes (id, key, state)',
    fresh.filter(([row = 0]) => next <= Number(row)),
  )
  return own
}

/** Of one source, with one record. */
function gathered(some: Partial<Gathered>): Gathered {
  const none = { fresh: [], known: [], edges: [], about: [] }
  const hash = 'ab'.repeat(32) as Gathered['records'][number][0]
  return { source: 'ds/shops.csv', records: [[hash, 1, 'shop', '[]', '[]']], ...none, ...some }
}

describe('the rows of nodes', () => {
  it('are the same whether the store is asked for them or they are kept beside it', async () => {
    const batches = fc.array(fc.uniqueArray(fc.nat(60), { maxLength: 20 }), { maxLength: 6 })
    using database = await emptyDatabase()
    fc.assert(
      fc.property(batches, fc.nat(6), (some, keptFrom) => {
        database.script('DELETE FROM nodes')
        const asked = askedNodeRows(database)
        let kept: NodeRows | undefined
        some.forEach((names, place) => {
          const keys = names.map(keyOf)
          if (place === keptFrom) kept = keptNodeRows(database)
          if (kept !== undefined) expect(kept.next()).to.equal(asked.next())
          const told = kept?.of(keys)
          expect(told ?? asked.of(keys)).to.deep.equal(put(database, asked, keys))
        })
      }),
    )
  })

  it('are dealt one after the other, and found again however many there are', async () => {
    using database = await emptyDatabase()
    const rows = keptNodeRows(database)
    const keys = Array.from({ length: 20_000 }, (_, place) => keyOf(place))
    const dealt = keys.map((_, place) => place + 1)
    expect(rows.of(keys)).to.deep.equal(dealt)
    expect(rows.of(keys)).to.deep.equal(dealt)
    expect(rows.next()).to.equal(20_001)
  })

  it('that are those of other nodes are told, before what is said of one is taken for what is said of another', async () => {
    using database = await emptyDatabase()
    const names = namesToFind(database)
    const putSome = (some: Partial<Gathered>) =>
      putGathered({ database, names }, gathered(some), at(10))
    expect(putSome({ fresh: [[1, keyOf('a'), state, [0], '0061']] })).to.equal(true)
    database.script('DELETE FROM records; DELETE FROM record_texts')
    expect(putSome({ known: [[1, keyOf('a'), state, [0]]] })).to.equal(true)
    database.script('DELETE FROM records; DELETE FROM record_texts')
    expect(putSome({ known: [[1, keyOf('b'), state, [0]]] })).to.equal(false)
  })
})
