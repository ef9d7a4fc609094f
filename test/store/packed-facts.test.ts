import { expect } from 'chai'
import fc from 'fast-check'

import { canonicalJson } from '../../server/domain/canonical.ts'
import type { Facts } from '../../server/domain/fact.ts'
import { openDatabase } from '../../server/store/embedded/database.ts'
import {
  packedFacts,
  unpackedRecord,
  unpackedSaid,
} from '../../server/store/embedded/packed-facts.ts'
import { openStore } from '../../server/store/open-store.ts'
import { temporaryFolder } from '../jobs/small-dataset.ts'
import { all, aSource, at, day, edge, facts, key, load, node } from '../support/store-builders.ts'
import { withWideRecords } from '../support/wide-records.ts'

const keys = ['shop:taobao.com/1', 'shop:1688.com/2', 'contact:phone/+861', 'identity:a/1/张三']
const aDay = fc.constantFrom(undefined, day('2024-01-01'), day('2024-05-01'), day('2025-01-01'))
const seen = fc.record({ firstSeen: aDay, lastSeen: aDay })
const properties = fc.dictionary(
  fc.string(),
  fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string())),
  { maxKeys: 3 },
)
const life = fc.constantFrom(
  undefined,
  { began: 'opened', explicit: true, from: day('2024-01-01') } as const,
  { began: 'reinstated', explicit: false, to: day('2025-01-01'), ended: 'counterfeit' } as const,
)
const aNode = (text: string) =>
  fc
    .record({ seen, properties, name: fc.option(fc.string(), { nil: undefined }), life })
    .map(({ seen: days, ...said }) => node(text, { ...days, ...said }))
const anEdge = fc
  .record({
    ends: fc.tuple(fc.nat(3), fc.nat(3)),
    seen,
    properties,
    discriminator: fc.constantFrom('', 'a', '0'),
  })
  .map(({ ends, seen: days, ...said }) =>
    edge(keys[ends[0]] ?? '', 'REACHED_AT', keys[ends[1]] ?? '', { ...days, ...said }),
  )
const someFacts: fc.Arbitrary<Facts> = fc
  .record({
    nodes: fc.tuple(...keys.map(aNode)),
    edges: fc.array(anEdge, { maxLength: 3 }),
    others: fc.subarray(['place:x', 'ring:y']),
    fields: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string())), {
      maxKeys: 3,
    }),
    refused: fc.array(
      fc.record({ field: fc.string(), value: fc.string(), reason: fc.constant('date-invalid') }),
      { maxLength: 2 },
    ),
  })
  .map(({ nodes, edges, others, fields, refused }) => {
    const own = facts('1', {
      nodes,
      edges,
      fields,
      about: [...keys, ...others].map(key).toSorted(),
    })
    return { ...own, record: { ...own.record, refused } }
  })

function unpacked({ facts: { record }, body, said }: ReturnType<typeof packedFacts>): Facts {
  return { record: unpackedRecord({ ...record, body }), ...unpackedSaid(said) }
}

/** The same with the fields of every object in the opposite order. */
function turned<T>(value: T): T {
  if (Array.isArray(value)) return value.map(turned) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toReversed()
  return Object.fromEntries(entries.map(([name, own]) => [name, turned(own)])) as T
}

describe('facts as the embedded store packs them', () => {
  it('are read back as they were', () => {
    fc.assert(
      fc.property(someFacts, (own) => {
        expect(canonicalJson(unpacked(packedFacts(own)))).to.equal(canonicalJson(own))
      }),
    )
  })

  it('are the same text whatever order their fields came in', () => {
    fc.assert(
      fc.property(someFacts, (own) => {
        const { facts: _own, ...text } = packedFacts(own)
        const { facts: _turned, ...again } = packedFacts(turned(own))
        expect(again).to.deep.equal(text)
      }),
    )
  })
})

describe('an embedded store of a version that kept records whole', () => {
  it('gives out all that it held once it was opened, and takes what corrects it', async () => {
    using folder = temporaryFolder()
    const rows = [
      facts('1', { row: 1, nodes: [node(keys[0] ?? '', { name: '海在' })] }),
      facts('2', { row: 2, edges: [edge(keys[0] ?? '', 'REACHED_AT', keys[2] ?? '')] }),
      facts('3', {
        row: 3,
        nodes: [node(keys[1] ?? '')],
        about: [key(keys[1] ?? ''), key('ring:y')],
      }),
    ]
    const before = await (async () => {
      await using store = await openStore(folder.path, {})
      await load(store, rows)
      await load(store, rows.slice(1), aSource(undefined, { loadedAt: at(2) }))
      return await all(store.dump())
    })()
    {
      using database = await openDatabase(`${folder.path}/store.sqlite`, { busyTimeoutMs: 1_000 })
      withWideRecords(database)
      database.script('PRAGMA user_version = 10')
    }
    await using store = await openStore(folder.path, {})
    expect(await all(store.dump())).to.deep.equal(before)
    const about = await store.recordsAbout('ring:y', { kinds: ['shop'], limit: 9 })
    expect(about.items.map(({ row }) => row)).to.deep.equal([3])
    await load(store, rows.slice(0, 1), aSource(undefined, { loadedAt: at(3) }))
    expect((await store.stats()).records).to.equal(1)
    expect(await store.node(keys[2] ?? '')).to.equal(undefined)
  })
})
