import { expect } from 'chai'

import type { Decision } from '../../server/domain/decision.ts'
import type { NodeKey } from '../../server/domain/keys.ts'
import { EpochMs, IsoDate } from '../../server/domain/units.ts'
import { allRings } from '../../server/jobs/all-rings.ts'
import { detect } from '../../server/jobs/detect.ts'
import { explain } from '../../server/jobs/explain.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { rule } from '../../server/jobs/rulings.ts'
import { aroundSmallStore } from './around-small-store.ts'
import { writeDataset } from './small-dataset.ts'

const options = { at: EpochMs.parse(Date.parse('2024-08-05')), onProgress: () => undefined }
const day = IsoDate.parse('2024-04-01')
const earlier = { ...options, asOf: day }
const [closed, next] = ['shop:taobao.com/101', 'shop:taobao.com/102'] as [NodeKey, NodeKey]
const stranger = 'shop:jd.com/301' as NodeKey

describe('a run as of an earlier day', () => {
  const held = aroundSmallStore(options)
  const ringOf = async (run: number, shop: string) =>
    (await allRings(held.store, run)).find(({ members }) =>
      members.some((own) => own.shop === shop),
    )
  const controllerOf = async (run: number) =>
    (await held.store.linksBetween(run, closed, next)).find(
      ({ kind }) => kind === 'same_controller',
    )

  it('counts no closure that came later, and ranks its rings as they stood', async () => {
    await detect(held.store, options)
    const run = await detect(held.store, earlier)
    const ring = await ringOf(run.id, next)
    expect(ring).to.include({ size: 2, live: 1, closed: 1 })
    const parts = new Map(ring?.parts.map(({ part, value }) => [part, value]))
    expect(parts.get('closed_for_counterfeit')).to.equal(1)
    // Nothing opened or closed between the comeback of 8 March and the day.
    expect(parts.get('days_since_comeback')).to.equal(0)
  })

  it('knows no decision that was made later, unlike a run to the latest day of the data', async () => {
    const before = await controllerOf((await detect(held.store, earlier)).id)
    await held.store.putDecision(aDenial('2024-08-02'))
    expect(await controllerOf((await detect(held.store, earlier)).id)).to.deep.equal(before)
    const now = await controllerOf((await detect(held.store, options)).id)
    expect(now?.ledger.decisions).to.have.length(1)
    expect(now?.probability).to.be.below(0.01)
    const latest = await detect(held.store, { ...options, asOf: IsoDate.parse('2024-07-31') })
    expect(await controllerOf(latest.id)).to.deep.equal(now)
  })

  it('knows decisions of the day and before, those that were taken back later too', async () => {
    const retractedAt = EpochMs.parse(Date.parse('2024-06-01T09:00:00Z'))
    await held.store.putDecision({ ...aDenial('2024-04-01'), retractedAt })
    expect((await controllerOf((await detect(held.store, earlier)).id))?.probability).to.be.below(
      0.01,
    )
    expect((await controllerOf((await detect(held.store, options)).id))?.probability).to.be.above(
      0.8,
    )
  })

  it('knows no ruling on a value that was made later', async () => {
    const value = 'account:bank/6222021234567890123'
    const said = { value, generic: true, by: 'An', because: 'an agent', id: '1' }
    await rule(held.store, { ...said, now: options.at })
    expect((await detect(held.store, earlier)).summary.genericValues).to.equal(0)
    expect((await detect(held.store, options)).summary.genericValues).to.equal(1)
  })

  it('has pairs that it does not keep told by what was decided then', async () => {
    await detect(held.store, earlier)
    const before = await explain(held.store, closed, stranger, options)
    await held.store.putDecision({
      ...aDenial('2024-08-02'),
      a: stranger,
      b: closed,
      verdict: 'same',
    })
    expect((await explain(held.store, closed, stranger, options)).links).to.deep.equal(before.links)
    await detect(held.store, options)
    const [told] = (await explain(held.store, closed, stranger, options)).links
    expect(told?.ledger.decisions).to.have.length(1)
  })

  it('knows nothing of what a test buy was found to be later', async () => {
    await loadDatasets(held.store, [boughtIn(held.path)], options)
    const cluesOf = async (asOf: string) => {
      const run = await detect(held.store, { ...options, asOf: IsoDate.parse(asOf) })
      const ring = await ringOf(run.id, next)
      const found = await held.store.attributions(run.id, ring?.id ?? '')
      return found.flatMap(({ ledger = [] }) => ledger.map(({ says }) => says))
    }
    const then = await cluesOf('2024-04-01')
    expect(then).to.include('parcels-sent').and.not.include('test-buys')
    expect(await cluesOf('2024-06-01')).to.include('test-buys')
  })
})

function aDenial(on: string): Decision {
  const said = { verdict: 'different', basis: 'reviewed', by: 'An' } as const
  return { id: `denial ${on}`, a: closed, b: next, ...said, on: IsoDate.parse(on) }
}

/** A parcel of a factory that a test buy brought in March, found counterfeit in May. */
function boughtIn(parent: string): string {
  return writeDataset(parent, 'bought', {
    name: 'bought',
    files: {
      'factory.csv': 'factory_id,name\nF1,Putian Shoes\n',
      'parcel.csv':
        'waybill,shop,sender_name,sent_on,received_on,consignor\nKL1,taobao.com/102,Putian Shoes,2024-03-20,2024-03-23,factory:bought/F1\n',
      'test_buy.csv':
        'test_buy_id,platform,shop_id,ordered_on,waybill,received_on,result,verified_on\nT1,taobao.com,102,2024-03-18,KL1,2024-03-23,counterfeit,2024-05-02\n',
    },
  })
}
