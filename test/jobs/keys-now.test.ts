import { expect } from 'chai'

import type { Facts } from '../../server/domain/fact.ts'
import type { Source } from '../../server/domain/record.ts'
import { EpochMs } from '../../server/domain/units.ts'
import { conflictsAbout } from '../../server/jobs/conflicts.ts'
import { allDecisions } from '../../server/jobs/decisions.ts'
import { detect } from '../../server/jobs/detect.ts'
import { mentionsOf } from '../../server/jobs/forget-mentions.ts'
import { gather } from '../../server/jobs/gather.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { holdsNow, notesNow, rolesNow } from '../../server/jobs/papers-now.ts'
import type { Store } from '../../server/store/port.ts'
import { at, day, sha } from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'
import { temporaryFolder, writeSmallDataset } from './small-dataset.ts'

const former = (id: string) => `shop:TAOBAO.COM/${id}`
const present = (id: string) => `shop:taobao.com/${id}`
const options = (ms: number) => ({ at: EpochMs.parse(ms), onProgress: () => undefined })

/** The store as a version filled it that told platforms apart by the letters of their addresses. */
function asBefore(store: Store): Store {
  const before = (facts: Facts): Facts =>
    JSON.parse(JSON.stringify(facts).replaceAll(present(''), former('')))
  return {
    ...store,
    factBatch(source, loadedAt) {
      const batch = store.factBatch(source, loadedAt)
      return { ...batch, add: (facts) => batch.add(before(facts)) }
    },
    finishSource: (source: Source, ...rest) =>
      store.finishSource({ ...source, fingerprint: sha('as an earlier version read it') }, ...rest),
  }
}

async function write(store: Store): Promise<void> {
  await store.putDecision({
    ...{ id: 'd1', a: former('101'), b: former('103'), verdict: 'different' },
    ...{ basis: 'ground_truth', by: 'An', on: day('2024-07-31') },
  })
  await store.putDecision({
    ...{ id: 'd2', a: former('101'), b: 'shop:jd.com/301', verdict: 'different' },
    ...{ basis: 'ground_truth', by: 'An', on: day('2024-07-31') },
  })
  const said = { by: 'An', at: at(5) }
  const hold = { shop: former('103'), until: day('2027-12-31'), why: 'watched', ...said }
  await store.putPaper({ id: 'h1', kind: 'hold', body: hold })
  const link = JSON.stringify([former('101'), 'came_back_as', former('102')])
  await store.putPaper({ id: 'n1', kind: 'note', body: { about: link, text: 'hm', ...said } })
  const grounds = [{ kind: 'source' as const, text: 'seen' }]
  const role = { subject: 'identity:small/101/Li Wei', role: 'controls' as const, grounds }
  await store.putPaper({
    ...{ id: 'r1', kind: 'role' },
    body: { ...role, of: former('101'), because: 'seen', on: day('2024-07-31'), ...said },
  })
}

/** By which keys all of it is told. */
async function told(store: Store): Promise<object> {
  return {
    decisions: (await allDecisions(store)).map(({ a, b }) => [a, b]),
    holds: (await holdsNow(store)).map(({ body }) => body.shop),
    notes: (await notesNow(store)).map(({ body }) => JSON.parse(body.about)),
    roles: (await rolesNow(store)).map(({ body }) => body.of),
  }
}

function toldBy(key: (id: string) => string): object {
  return {
    // In the order that decisions keep.
    decisions: [[key('101'), key('103')], [key('101'), 'shop:jd.com/301'].toSorted()],
    holds: [key('103')],
    notes: [[key('101'), 'came_back_as', key('102')]],
    roles: [key('101')],
  }
}

for (const [name, open] of Object.entries(stores)) {
  describe(`what was written of shops with other keys in the ${name} store`, () => {
    let temporary: ReturnType<typeof temporaryFolder>
    let store: Store
    let path: string
    beforeEach(async () => {
      temporary = temporaryFolder()
      path = writeSmallDataset(temporary.path)
      store = await open()
      await loadDatasets(asBefore(store), [path], options(10))
      await write(store)
    })
    afterEach(async () => {
      await store[Symbol.asyncDispose]()
      temporary[Symbol.dispose]()
    })

    it('is told by the keys that there are, before and after their file is loaded again', async () => {
      expect(await told(store)).to.deep.equal(toldBy(former))
      await loadDatasets(store, [path], options(20))
      expect(await told(store)).to.deep.equal(toldBy(present))
      // What people wrote stays as they wrote it.
      expect((await store.decisions())[0]?.a).to.equal(former('101'))
    })

    it('is what the next run goes by, and its rings are those that they were', async () => {
      await detect(store, options(30))
      await loadDatasets(store, [path], options(40))
      await detect(store, options(50))
      const rings = async (run: number) => (await store.rings(run, { limit: 9 })).items
      const [before, after] = [await rings(1), await rings(2)]
      expect(after.map(({ id }) => id)).to.deep.equal(before.map(({ id }) => id))
      expect(after.map(({ event }) => event)).to.deep.equal([undefined, undefined])
      expect(await store.lineage(2)).to.deep.equal({ retired: [], firstSeen: [], gone: [] })
      const decided = await store.linksBetween(2, present('101'), present('103'))
      expect(decided[0]?.ledger.probability).to.be.below(0.1)
      const again = await detect(store, options(60))
      expect(await store.lineage(again.id)).to.deep.equal({ retired: [], firstSeen: [], gone: [] })
    })

    it('counts where shops are drawn, forgotten or already at somebody’s desk', async () => {
      await loadDatasets(store, [path], options(20))
      const drawn = await gather(store, [former('101')])
      expect(drawn.nodes.map(({ key }) => key)).to.deep.equal([present('101')])
      expect(drawn.unknown).to.deep.equal([])
      const mentions = await mentionsOf(store, [], new Set([present('101')]))
      expect(mentions).to.include({ decision: 2, note: 1, role: 1 })
      const tray = { owner: 'An', status: 'open' as const, tray: [former('101')], revision: 1 }
      const more = { name: 'c', members: [], hypotheses: [], questions: [], at: at(6) }
      await store.putPaper({ id: 'c1', kind: 'case', body: { ...more, ...tray } })
      const { cases } = await conflictsAbout(store, { about: present('101') })
      expect(cases).to.have.length(1)
    })
  })
}
