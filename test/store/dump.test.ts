import { Readable } from 'node:stream'

import { expect } from 'chai'

import { FailureError } from '../../server/domain/failure.ts'
import type { Store } from '../../server/store/port.ts'
import { aReceipt } from '../support/evidence-builders.ts'
import {
  aLink,
  all,
  aQuarantinedRow,
  aRing,
  aRun,
  aSource,
  at,
  day,
  edge,
  facts,
  load,
  node,
} from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'

const shop = 'shop:taobao.com/1'
const hostile = JSON.parse('{"__proto__":"x","a\\u0000b":"\\ud800😀"}')

for (const [from, openFrom] of Object.entries(stores)) {
  describe(`a dump of the ${from} store`, () => {
    let lines: string[]
    let hash: string
    before(async () => {
      ;({ lines, hash } = await dumped(openFrom))
    })

    for (const [to, openTo] of Object.entries(stores)) {
      const into = to === from ? 'another such store' : `the ${to} store`
      it(`restored into ${into} gives the same dump and the same hash`, async () => {
        await using copy = await openTo()
        await copy.restore(linesOf(lines))
        expect(await all(copy.dump())).to.deep.equal(lines)
        expect(await copy.canonicalHash()).to.equal(hash)
        await load(copy, [], aSource(undefined, { loadedAt: at(9) }))
        expect(await copy.node(shop)).to.equal(undefined)
      })
    }

    it('holds every kind of line, the history of records included', () => {
      const kinds = lines.map((line) => JSON.parse(line).line)
      expect(new Set(kinds)).to.deep.equal(
        new Set([
          'head',
          'source',
          'record',
          'quarantined',
          'unfinished',
          'run',
          'model',
          'generics',
          'lineage',
          'supply',
          'link',
          'ring',
          'custody',
          'file',
          'decision',
          'ruling',
          'paper',
          'lead',
          'end',
        ]),
      )
      expect(lines.filter((line) => line.includes('"supersededAt":2'))).to.have.length(2)
    })

    const broken: readonly [what: string, lines: (lines: string[]) => string[]][] = [
      ['ends too soon', (lines) => lines.slice(0, -1)],
      ['lacks a line', (lines) => lines.filter((_, at) => at !== 2)],
      ['holds a line that means nothing', (lines) => lines.with(2, '{"line":"?"}')],
      [
        'is of another version',
        (lines) => lines.with(0, '{"format":"revenant","line":"head","version":99}'),
      ],
      ['has no head', (lines) => lines.slice(1)],
      ['is empty', () => []],
    ]
    for (const [what, damage] of broken) {
      it(`that ${what} is refused and leaves the store empty`, async () => {
        await using store = await openFrom()
        await fails(store.restore(linesOf(damage(lines))))
        expect(await store.stats()).to.deep.equal({ nodes: {}, edges: {}, records: 0 })
        await store.restore(linesOf(lines))
        expect(await all(store.dump())).to.deep.equal(lines)
      })
    }

    it('is not restored over what a store holds', async () => {
      await using store = await openFrom()
      await load(store, [facts('1', { nodes: [node(shop)] })])
      await fails(store.restore(linesOf(lines)))
      expect((await store.stats()).records).to.equal(1)
    })
  })
}

/** A small store with some of everything, closed again. */
async function dumped(open: () => Promise<Store>): Promise<{ lines: string[]; hash: string }> {
  await using store = await open()
  const row = facts('1', {
    fields: hostile,
    nodes: [node(shop, { name: '海在', properties: hostile, lastSeen: day('2026-03-01') })],
    edges: [edge(shop, 'REACHED_AT', 'contact:phone/1', { discriminator: '😀' })],
  })
  await load(store, [row, facts('2', { nodes: [node('shop:gone')] })])
  await store.beginSources(['demo/more.csv'], at(2))
  await store.putQuarantine(aSource().id, [aQuarantinedRow(3)])
  await store.putFacts(aSource().id, [row], at(2))
  const corrected = aSource(undefined, { loadedAt: at(2) })
  await store.finishSource(corrected, new Set([row.record.hash]), [3])
  await store.publishRun(aRun(), {
    links: [aLink(shop, 'shop:taobao.com/2')],
    rings: [aRing('ring:a', 1, [shop])],
    attributions: [],
    model: { name: 'test', prior: -13.287712379549449, more: hostile },
    generics: {
      values: [{ key: shop, reason: 'ruled', holders: 20, because: '\ud800😀' }],
      rescored: [],
    },
    lineage: { retired: [], firstSeen: [shop, 'shop:taobao.com/😀'], gone: [] },
    supply: {
      chokePoints: { actions: [], harm: 1, removed: 0, bound: 1 - 1 / Math.E, replacements: [] },
      places: [{ key: 'place:\ud800😀', others: [{ key: shop, bits: 2.5 }] }],
    },
  })
  await store.publishRun(aRun({ seed: 2 }), { links: [], rings: [], attributions: [] })
  await store.putDecision({
    id: 'd1',
    a: shop,
    b: 'shop:taobao.com/2',
    verdict: 'same',
    basis: 'blind',
    by: '王',
    on: day('2026-03-01'),
  })
  await store.putRuling({
    id: 'r1',
    value: shop,
    generic: true,
    by: '王',
    on: day('2026-03-01'),
    because: '\ud800😀',
  })
  await store.putPaper({
    id: 'p1',
    kind: 'note',
    body: { about: shop, by: '王', at: at(3), text: '\ud800😀' },
  })
  const lead = { id: 'L-1', ring: 'ring:a', run: 1, recipient: 'police', sealedBy: '王', size: 3 }
  const { sha256 } = await store.keepFile('leads', Readable.from([Uint8Array.of(0, 128, 255)]), {
    most: 3,
  })
  await store.putLead({ ...lead, sealedAt: at(3), sha256 })
  await store.appendCustody([await aReceipt(store, new Uint8Array(800_000).fill(7))])
  await store.keepFile('evidence', Readable.from([Uint8Array.of(1)]), { most: 1 })
  return { lines: await all(store.dump()), hash: await store.canonicalHash() }
}

async function* linesOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}

async function fails(work: Promise<unknown>): Promise<void> {
  const failure = await work.catch((error: unknown) => error)
  expect(failure).to.be.instanceOf(FailureError)
}
