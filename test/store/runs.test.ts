import { Readable } from 'node:stream'

import { expect } from 'chai'

import type { Attribution } from '../../server/domain/attribution.ts'
import type { Decision } from '../../server/domain/decision.ts'
import { FailureError } from '../../server/domain/failure.ts'
import type { GenericRuling } from '../../server/domain/generic.ts'
import type { SealedLead } from '../../server/domain/lead.ts'
import type { Link } from '../../server/domain/link.ts'
import type { RunGenerics } from '../../server/domain/rescored.ts'
import type { RunLineage } from '../../server/domain/ring-event.ts'
import type { RunSupply } from '../../server/domain/run-supply.ts'
import type { Probability } from '../../server/domain/units.ts'
import { aLink, all, aRing, aRun, at, day, sha } from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'

const [a, b, c] = ['shop:taobao.com/a', 'shop:taobao.com/b', 'shop:taobao.com/c'] as const
const p = (value: number) => value as Probability
const nothing = { links: [], rings: [], attributions: [] }
const everything = { minProbability: 0 }

for (const [name, open] of Object.entries(stores)) {
  describe(`runs of the ${name} store`, () => {
    it('are numbered from 1, the latest being current', async () => {
      await using store = await open()
      expect(await store.currentRun()).to.equal(undefined)
      const first = await store.publishRun(aRun({ seed: 1 }), nothing)
      const second = await store.publishRun(aRun({ seed: 2 }), nothing)
      expect(first).to.deep.equal({ ...aRun({ seed: 1 }), id: 1 })
      expect(await store.currentRun()).to.deep.equal(second)
      expect(await store.runs()).to.deep.equal([second, first])
    })

    it('stay readable beside each other', async () => {
      await using store = await open()
      const [was, is] = [aRing('ring:a', 1, [a, b]), aRing('ring:a', 1, [a, c])]
      await store.publishRun(aRun(), { ...nothing, links: [aLink(a, b)], rings: [was] })
      await store.publishRun(aRun(), { ...nothing, links: [aLink(a, c)], rings: [is] })
      expect((await store.rings(1, { limit: 2 })).items).to.deep.equal([was])
      expect((await store.rings(2, { limit: 2 })).items).to.deep.equal([is])
      expect((await all(store.links(1, everything))).map(({ to }) => to)).to.deep.equal([b])
      expect((await all(store.links(2, everything))).map(({ to }) => to)).to.deep.equal([c])
      expect(await all(store.links(3, everything))).to.deep.equal([])
    })

    it('give links by from, to, kind, and those asked for only', async () => {
      await using store = await open()
      const links = [
        aLink(b, c, { probability: p(0.4) }),
        aLink(b, a, { kind: 'came_back_as', probability: p(0.95) }),
        aLink(a, b, { kind: 'shares_supply', probability: p(0.5) }),
        aLink(a, b, { probability: p(0.9) }),
      ]
      await store.publishRun(aRun(), { ...nothing, links })
      const sorted = links.toReversed()
      const found = async (query: Parameters<typeof store.links>[1]) => all(store.links(1, query))
      expect(await found(everything)).to.deep.equal(sorted)
      expect(await found({ minProbability: 0.5 })).to.have.length(3)
      expect(await found({ minProbability: 0, kind: 'came_back_as' })).to.deep.equal([links[1]])
      expect(await found({ minProbability: 0, shops: [c, 'shop:?'] })).to.deep.equal([links[0]])
      expect(await found({ minProbability: 0, shops: [a, b] })).to.have.length(4)
      expect(await found({ minProbability: 0, shops: [] })).to.deep.equal([])
      expect(await store.linksBetween(1, b, a)).to.deep.equal(sorted.slice(0, 3))
      expect(await store.linksBetween(1, a, c)).to.deep.equal([])
    })

    it('give rings by rank, page by page, by id and by the shops they hold', async () => {
      await using store = await open()
      const rings = [aRing('ring:c', 10, [c]), aRing('ring:b', 2, [b, c]), aRing('ring:a', 1, [a])]
      await store.publishRun(aRun(), { ...nothing, rings })
      const first = await store.rings(1, { limit: 2 })
      const rest = await store.rings(1, { limit: 2, cursor: first.next })
      expect([...first.items, ...rest.items]).to.deep.equal(rings.toReversed())
      expect([first.total, rest.next]).to.deep.equal([3, undefined])
      expect(await store.ring(1, 'ring:b')).to.deep.equal(rings[1])
      expect(await store.ring(1, 'ring:?')).to.equal(undefined)
      expect(await store.ringsOf(1, [b, c])).to.deep.equal([rings[1], rings[0]])
      expect((await store.rings(2, { limit: 2 })).total).to.equal(0)
    })

    it('give where the goods of a ring may come from, by rank', async () => {
      await using store = await open()
      const attributions = [2, 1].map((rank) => anAttribution('ring:a', rank))
      await store.publishRun(aRun(), {
        ...nothing,
        attributions: [...attributions, anAttribution('ring:b', 1)],
      })
      expect(await store.attributions(1, 'ring:a')).to.deep.equal(attributions.toReversed())
    })

    it('keep what they judged pairs by as it was written, each its own', async () => {
      await using store = await open()
      const model = {
        name: '权重 😀',
        prior: -13.287712379549449,
        of: [{ m: [5e-324, 0.1 + 0.2] }],
      }
      await store.publishRun(aRun(), { ...nothing, model })
      await store.publishRun(aRun(), nothing)
      await store.publishRun(aRun(), { ...nothing, model: { ...model, prior: 0 } })
      expect(await store.runModel(1)).to.deep.equal(model)
      expect(await store.runModel(2)).to.equal(undefined)
      expect(await store.runModel(3)).to.deep.equal({ ...model, prior: 0 })
      expect(await store.runModel(4)).to.equal(undefined)
      expect(await store.currentRun()).to.not.have.property('of')
    })

    it('say what counted for nothing and what that changed, where they know', async () => {
      await using store = await open()
      const value = 'account:wallet/agent'
      const why = { since: day('2025-03-06'), reason: 'taken_up_fast' as const }
      const generics: RunGenerics = {
        values: [{ key: value, ...why, holders: 6, controllersIn90Days: 5 }],
        rescored: [{ value, ...why, from: a, to: b, kind: 'same_controller', before: p(0.93) }],
      }
      await store.publishRun(aRun(), { ...nothing, generics })
      await store.publishRun(aRun(), nothing)
      expect(await store.generics(1)).to.deep.equal(generics)
      expect(await store.generics(2)).to.equal(undefined)
      expect(await store.generics(3)).to.equal(undefined)
    })

    it('say which rings are no more and which shops came and went, where they know', async () => {
      await using store = await open()
      const event = {
        change: 'retired' as const,
        ...{ from: [], to: ['ring:b'], gained: [], lost: [a, b], causesOmitted: 0 },
        causes: [{ cause: 'link_lost' as const, shops: [a, b], before: p(0.9) }],
      }
      const lineage: RunLineage = {
        retired: [
          { id: 'ring:a', name: '金莲 😀', shops: [a, b], since: day('2025-01-01'), event },
        ],
        firstSeen: [a, b],
        gone: [c],
      }
      await store.publishRun(aRun(), { ...nothing, lineage })
      await store.publishRun(aRun(), nothing)
      expect(await store.lineage(1)).to.deep.equal(lineage)
      expect(await store.lineage(2)).to.equal(undefined)
      expect(await store.lineage(3)).to.equal(undefined)
    })

    it('say which actions hit hardest and which places are one, where they know', async () => {
      await using store = await open()
      const supply: RunSupply = {
        chokePoints: { actions: [], harm: 4, removed: 0, bound: 1 - 1 / Math.E, replacements: [] },
        places: [{ key: 'place:镇 1', others: [{ key: 'place:镇 1 号', bits: 7.25 }] }],
      }
      await store.publishRun(aRun(), { ...nothing, supply })
      await store.publishRun(aRun(), nothing)
      expect(await store.runSupply(1)).to.deep.equal(supply)
      expect(await store.runSupply(2)).to.equal(undefined)
      expect(await store.runSupply(3)).to.equal(undefined)
    })

    it('are published whole or not at all: an interrupted one leaves the former current', async () => {
      await using store = await open()
      const former = await store.publishRun(aRun(), { ...nothing, links: [aLink(a, b)] })
      const twice = { ...nothing, links: [aLink(a, c), aLink(b, c), aLink(a, c)] }
      const stopped = await store.publishRun(aRun(), twice).catch(() => 'stopped')
      expect(stopped).to.equal('stopped')
      expect(await store.runs()).to.deep.equal([former])
      expect(await all(store.links(2, everything))).to.deep.equal([])
      const next = await store.publishRun(aRun(), { ...nothing, links: [aLink(a, c)] })
      expect(next.id).to.equal(2)
      expect((await all(store.links(2, everything))).map(({ to }) => to)).to.deep.equal([c])
    })

    it('that are published side by side are each there whole, or not at all and say so', async () => {
      await using store = await open()
      const links: Link[] = Array.from({ length: 6_000 }, (_, at) => aLink(a, `${b}${10_000 + at}`))
      const published = await Promise.allSettled(
        [1, 2, 3].map(() => store.publishRun(aRun(), { ...nothing, links })),
      )
      const isPublished = published.filter(({ status }) => status === 'fulfilled')
      expect(await store.runs()).to.have.length(isPublished.length)
      for (const { id } of await store.runs()) {
        expect(await all(store.links(id, everything))).to.have.length(links.length)
      }
      for (const one of published) {
        if (one.status === 'rejected') expect(one.reason).to.be.instanceOf(FailureError)
      }
      const last = await store.publishRun(aRun(), { ...nothing, links: [aLink(a, c)] })
      expect(await all(store.links(last.id, everything))).to.have.length(1)
    }).timeout(120_000)

    it('are never half seen while one is being published', async () => {
      await using store = await open()
      const links: Link[] = Array.from({ length: 6_000 }, (_, at) => aLink(a, `${b}${10_000 + at}`))
      const publishing = store.publishRun(aRun(), { ...nothing, links })
      const seen: number[] = []
      const done = publishing.then(() => true)
      while (!(await Promise.race([done, Promise.resolve(false)]))) {
        const run = await store.currentRun()
        if (run) seen.push((await all(store.links(run.id, everything))).length)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      expect(seen.filter((count) => count !== links.length)).to.deep.equal([])
      expect(await all(store.links(1, everything))).to.have.length(links.length)
    })
  })

  describe(`work in the ${name} store`, () => {
    const decision: Decision = {
      id: 'd1',
      a,
      b,
      verdict: 'same',
      basis: 'blind',
      by: '王',
      on: day('2026-03-01'),
    }

    const ruling: GenericRuling = {
      id: 'r1',
      value: 'contact:phone/+8613800138000',
      generic: true,
      by: '王',
      on: day('2026-03-01'),
      because: 'a switchboard',
    }

    it('rulings are replaced by id, never lost, and sorted by it', async () => {
      await using store = await open()
      expect(await store.rulings()).to.deep.equal([])
      await store.putRuling({ ...ruling, id: 'r2', generic: false })
      await store.putRuling(ruling)
      await store.putRuling({ ...ruling, retractedAt: at(5) })
      expect(await store.rulings()).to.deep.equal([
        { ...ruling, retractedAt: 5 },
        { ...ruling, id: 'r2', generic: false },
      ])
    })

    it('decisions are replaced by id, never lost, and sorted by it', async () => {
      await using store = await open()
      await store.putDecision({ ...decision, id: 'd2' })
      await store.putDecision(decision)
      await store.putDecision({ ...decision, retractedAt: at(5) })
      expect(await store.decisions()).to.deep.equal([
        { ...decision, retractedAt: 5 },
        { ...decision, id: 'd2' },
      ])
    })

    it('leads come back byte for byte, latest first', async () => {
      await using store = await open()
      const bytes = Uint8Array.from({ length: 1_000 }, (_, at) => at % 256)
      const { sha256 } = await store.keepFile('leads', Readable.from([bytes]), { most: 1_000 })
      await store.putLead({ ...aLead('L-2026-000001-v1', 1), sha256 })
      await store.putLead(aLead('L-2026-000002-v1', 2))
      expect((await store.leads()).map(({ id }) => id)).to.deep.equal([
        'L-2026-000002-v1',
        'L-2026-000001-v1',
      ])
      const sealed = await store.leadPackage('L-2026-000001-v1')
      expect(sealed?.size).to.equal(1_000)
      expect(Buffer.concat(await all(sealed?.chunks() ?? none()))).to.deep.equal(Buffer.from(bytes))
      expect(await store.leadPackage('L-2026-000002-v1')).to.equal(undefined)
      expect(await store.leadPackage('L-2026-000003-v1')).to.equal(undefined)
    })
  })
}

async function* none(): AsyncGenerator<Uint8Array> {}

function anAttribution(ring: string, rank: number): Attribution {
  return {
    ring,
    target: 'factory:demo/1',
    kind: 'Factory',
    name: '工厂',
    rank,
    parcels: 1,
    testBuys: 0,
    links: 1,
    shops: [a],
    strangers: 0,
    hub: false,
    path: [{ from: a, relation: 'SUPPLIED_BY', to: 'factory:demo/1', records: [sha('1')] }],
    weakest: 0,
    missing: ['no-test-buy'],
  }
}

function aLead(id: string, ms: number): SealedLead {
  return {
    id,
    ring: 'ring:a',
    run: 1,
    recipient: 'police',
    sealedAt: at(ms),
    sealedBy: '王',
    sha256: sha(id),
    size: 1_000,
  }
}
