import { join } from 'node:path'

import { expect } from 'chai'

import { EpochMs, IsoDate } from '../../server/domain/units.ts'
import { detect } from '../../server/jobs/detect.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { compareRing, ringHistory } from '../../server/jobs/ring-history.ts'
import { openStore } from '../../server/store/open-store.ts'
import { aroundSmallStore } from './around-small-store.ts'
import { smallFiles, writeDataset } from './small-dataset.ts'

const options = { at: EpochMs.parse(1_700_000_000_000), onProgress: () => undefined }
const shop = (id: string) => `shop:taobao.com/${id}`

/** Opened before all others of the first chain, whose account it has. */
const elder =
  'taobao.com,099,Golden Lotus 0,2023-06-01,2024-01-02,counterfeit,+8613800000001,lotus@example.com,6222021234567890123,bank,Li Wei,person,F1,Putian Shoes'

describe('rings from run to run', () => {
  const held = aroundSmallStore(options)
  beforeEach(async () => {
    await detect(held.store, options)
  })

  const rings = async (run: number) => (await held.store.rings(run, { limit: 9 })).items
  const load = (table: string) =>
    loadDatasets(
      held.store,
      [writeDataset(held.path, 'small', { files: { ...smallFiles, 'shop.csv': table } })],
      { ...options, at: EpochMs.parse(1_700_000_100_000) },
    )
  const lineOf = (id: string) => new RegExp(`^[^,]*,${id},.*\n`, 'm')

  it('keep their ids when nothing changed, and tell no event', async () => {
    await detect(held.store, options)
    const [first, again] = [await rings(1), await rings(2)]
    expect(first.map(({ event }) => event?.change)).to.deep.equal(['new', 'new'])
    expect(again.map(({ id }) => id)).to.deep.equal(first.map(({ id }) => id))
    expect(again.map(({ event }) => event)).to.deep.equal([undefined, undefined])
    expect(await held.store.lineage(2)).to.deep.equal({ retired: [], firstSeen: [], gone: [] })
  })

  it('keep their ids when an older shop joins, and say that it was first seen', async () => {
    await load(`${smallFiles['shop.csv']}${elder}\n`)
    await detect(held.store, options)
    const ring = await held.store.ring(2, 'ring:taobao.com/101')
    expect(ring?.members[0]?.shop).to.equal(shop('099'))
    expect(ring?.event).to.deep.include({
      change: 'grown',
      gained: [shop('099')],
      causes: [{ cause: 'shop_first_seen', shops: [shop('099')] }],
    })
  })

  it('come back under their id after a run without them, and the history tells it', async () => {
    const id = 'ring:jd.com/201'
    const [whole, less] = [
      smallFiles['shop.csv'],
      smallFiles['shop.csv'].replace(lineOf('202'), ''),
    ]
    await load(less)
    await detect(held.store, options)
    await load(whole)
    await detect(held.store, options)
    const history = await ringHistory(held.store, id)
    expect(history.map(({ run, event }) => [run.id, event?.change])).to.deep.equal([
      [3, 'returned'],
      [2, 'retired'],
      [1, 'new'],
    ])
    const [, retired] = history
    expect(retired?.ring).to.equal(undefined)
    expect(retired?.event?.causes).to.deep.equal([
      { cause: 'shop_gone', shops: ['shop:jd.com/202'] },
    ])
    const compared = compareRing(id, history, { since: 2, run: 3 })
    expect(compared).to.deep.include({ stoodThen: false, standsNow: true, stayed: [], out: [] })
    expect(compared.in).to.have.length(2)
    expect(compareRing(id, history, { since: 1, run: 3 }).stayed).to.have.length(2)
  })

  it('say that a decision took a shop out', async () => {
    for (const [n, other] of ['101', '102'].entries()) {
      const pair = { a: shop(other), b: shop('103') }
      const said = { verdict: 'different', basis: 'reviewed', by: 'An' } as const
      await held.store.putDecision({
        id: `d${n}`,
        ...pair,
        ...said,
        on: IsoDate.parse('2024-08-02'),
      })
    }
    await detect(held.store, options)
    const event = (await held.store.ring(2, 'ring:taobao.com/101'))?.event
    expect(event).to.deep.include({ change: 'shrunk', lost: [shop('103')] })
    expect(new Set(event?.causes.map(({ cause }) => cause))).to.deep.equal(new Set(['decision']))
    for (const { before = 1, after = 1 } of event?.causes ?? []) {
      expect(after).to.be.lessThan(before)
    }
  })

  it('are taken from runs that kept no book, of which no id is given to another ring and no shop is new', async () => {
    const [ring] = await rings(1)
    const { id: _, ...draft } = (await held.store.runs())[0] ?? ({} as never)
    const nothing = { links: [], rings: [], attributions: [] }
    await using old = await openStore(join(held.path, 'old'), {})
    await loadDatasets(old, [join(held.path, 'small')], options)
    const was = { ...(ring ?? ({} as never)), id: 'ring:jd.com/201' }
    await old.publishRun(draft, { ...nothing, rings: [was] })
    await old.publishRun(draft, nothing)
    await detect(old, options)
    const found = (await old.rings(3, { limit: 9 })).items
    expect(found.map(({ id, event }) => [id, event?.change])).to.deep.equal([
      ['ring:jd.com/201', 'returned'],
      ['ring:jd.com/201~2', 'new'],
    ])
    expect((await old.lineage(3))?.firstSeen).to.have.length(6)
    const causes = found.flatMap(({ event }) => event?.causes ?? []).map(({ cause }) => cause)
    expect(causes).to.not.include('shop_first_seen')
  })
})
