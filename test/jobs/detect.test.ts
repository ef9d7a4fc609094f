import { join } from 'node:path'

import { expect } from 'chai'

import { FailureError } from '../../server/domain/failure.ts'
import { EpochMs, IsoDate } from '../../server/domain/units.ts'
import { collect } from '../../server/jobs/collect.ts'
import { copyStore } from '../../server/jobs/copy.ts'
import { detect } from '../../server/jobs/detect.ts'
import { exportLines } from '../../server/jobs/export-lines.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { rule } from '../../server/jobs/rulings.ts'
import { screen } from '../../server/jobs/screen.ts'
import { openStore } from '../../server/store/open-store.ts'
import { aroundSmallStore } from './around-small-store.ts'
import { smallFiles, writeDataset } from './small-dataset.ts'

const smallAccount = 'account:bank/6222021234567890123'
const options = { at: EpochMs.parse(1_700_000_000_000), onProgress: () => undefined }

describe('jobs on a loaded store', () => {
  const held = aroundSmallStore(options)

  it('detect finds the chain and the pair, leaves the stranger alone, and publishes one run', async () => {
    const run = await detect(held.store, options)
    expect(run).to.include({ id: 1, asOf: '2024-07-31', seed: 1, threshold: 0.8 })
    expect(run.summary).to.include({ shops: 6, closures: 3, rings: 2, largestRing: 3 })
    expect(run.graph).to.equal(await held.store.canonicalHash())
    const rings = (await lines('rings')).map((ring) =>
      ring.members.map(({ shop }: { shop: string }) => shop),
    )
    expect(rings).to.have.deep.members([
      ['taobao.com/101', 'taobao.com/102', 'taobao.com/103'],
      ['jd.com/201', 'jd.com/202'],
    ])
  })

  it('detect says the same twice, and does not see what came after its day', async () => {
    await detect(held.store, options)
    const first = await lines('links')
    await detect(held.store, options)
    expect(await lines('links')).to.deep.equal(first)
    const early = await detect(held.store, { ...options, asOf: IsoDate.parse('2024-04-01') })
    expect(early.summary.closures).to.equal(1)
  })

  it('detect of a store without data fails and says what to do', async () => {
    await using empty = await openStore(join(held.path, 'empty'), {})
    const error = await detect(empty, options).catch((thrown: unknown) => thrown)
    expect(error).to.be.instanceOf(FailureError)
    expect(String(error)).to.match(/holds no data yet; load a dataset first/)
  })

  it('a decision that came in a dataset counts like one made in the tool', async () => {
    const decision =
      'a,b,verdict,basis,by,on,because\njd.com/201,jd.com/202,different,reviewed,An,2024-08-01,two people\n'
    const path = writeDataset(held.path, 'said', {
      name: 'said',
      files: { 'decision.csv': decision },
    })
    await loadDatasets(held.store, [path], options)
    expect((await detect(held.store, options)).summary.rings).to.equal(1)
    await held.store.putDecision({
      id: 'later',
      a: 'shop:taobao.com/101',
      b: 'shop:taobao.com/102',
      verdict: 'different',
      basis: 'reviewed',
      by: 'An',
      on: IsoDate.parse('2024-08-02'),
    })
    const run = await detect(held.store, options)
    const [denied] = await held.store.linksBetween(
      run.id,
      'shop:taobao.com/101',
      'shop:taobao.com/102',
    )
    expect(denied?.probability).to.be.lessThan(0.01)
  })

  it('a value that a person calls generic changes the links that stood on it, and the run says which', async () => {
    const first = await detect(held.store, options)
    expect(await held.store.generics(first.id)).to.deep.equal({ values: [], rescored: [] })
    const said = { value: smallAccount, generic: true, by: 'An', because: 'an agent', id: '1' }
    await rule(held.store, { ...said, now: options.at })
    const run = await detect(held.store, options)
    expect(run.summary.genericValues).to.equal(1)
    const { values = [], rescored = [] } = (await held.store.generics(run.id)) ?? {}
    expect(values.map(({ key, by }) => [key, by])).to.deep.equal([[smallAccount, 'An']])
    const own = rescored.filter(({ kind }) => kind === 'same_controller')
    expect(own).to.have.length(3)
    for (const { value, since, from, to, before, after } of own) {
      expect([value, since]).to.deep.equal([smallAccount, '2023-11-14'])
      const linkIn = async (id: number) =>
        (await held.store.linksBetween(id, from, to)).find(({ kind }) => kind === 'same_controller')
      const [was, is] = [await linkIn(first.id), await linkIn(run.id)]
      expect(before).to.equal(was?.probability)
      expect(after).to.equal(is?.probability)
      expect(after ?? 0).to.be.lessThan(before)
      const bar = is?.ledger.bars.find(({ channel }) => channel === 'account')
      if (bar !== undefined) expect(bar).to.include({ generic: true, bits: 0 })
    }
    await detect(held.store, options)
    expect((await held.store.generics(3))?.rescored).to.deep.equal([])
  })

  it('links are exported from closed to later shop, from a probability on', async () => {
    await detect(held.store, options)
    const links = await lines('links', 0.95)
    expect(links).to.not.have.length(0)
    for (const { probability } of links) expect(probability).to.be.at.least(0.95)
    const [first] = links.filter(
      ({ kind, from }) => kind === 'came_back_as' && from === 'taobao.com/101',
    )
    expect(Object.keys(first ?? {})).to.deep.equal([
      'from',
      'to',
      'kind',
      'probability',
      'bits',
      'gapDays',
      'channels',
    ])
    expect(first).to.include({ to: 'taobao.com/102', gapDays: 7 })
  })

  it('a table keeps several values of a cell apart, and runs in no spreadsheet', async () => {
    const path = writeDataset(held.path, 'formula', {
      name: 'formula',
      files: {
        'shop.csv':
          'platform,shop_id,account,account_scheme\n=1+1,1,6228480000000000001,bank\n=1+1,2,6228480000000000001,bank\n',
      },
    })
    await loadDatasets(held.store, [path], options)
    await detect(held.store, options)
    const text = (
      await collect(exportLines(held.store, 'links', { format: 'csv', minProbability: 0 }))
    ).join('')
    expect(text).to.match(/^from,to,kind,probability,bits,gapDays,channels\n/)
    expect(text).to.include(',account|phone')
    expect(text).to.include("'=1+1/1")
    expect(text).to.not.match(/(^|,)=/m)
  })

  it('screen names the closed shops that a new one probably continues, and loads nothing', async () => {
    const before = await held.store.canonicalHash()
    const [header] = smallFiles['shop.csv'].split('\n')
    const path = writeDataset(held.path, 'new', {
      name: 'new',
      asOf: '2024-08-31',
      files: {
        'shop.csv': [
          header,
          'pdd.com,9,Lotus Gold,2024-08-10,,,+8613800000002,,6222021234567890123,bank,Sun Li,person,F1,Putian Shoes',
          'pdd.com,10,Nobody,2024-08-11,,,+8613612345678,,,,Qian Yi,person,,',
          '',
        ].join('\n'),
      },
    })
    const { shops: rows } = await screen(held.store, path, options)
    expect(rows.map(({ shop }) => shop)).to.deep.equal(['pdd.com/10', 'pdd.com/9'])
    const [stranger, comer] = rows
    expect(stranger).to.deep.equal({ shop: 'pdd.com/10', notSeenBefore: 1, candidates: [] })
    expect(comer?.candidates.map(({ shop }) => shop)).to.include('taobao.com/102')
    const sum = (comer?.candidates ?? []).reduce((total, { probability }) => total + probability, 0)
    expect(sum + (comer?.notSeenBefore ?? 0)).to.be.closeTo(1, 1e-9)
    expect(await held.store.canonicalHash()).to.equal(before)
  })

  it('a copy says the same as the original, and goes into an empty store only', async () => {
    await detect(held.store, options)
    await using target = await openStore(join(held.path, 'copy'), {})
    const copied = await copyStore(held.store, target, () => undefined)
    expect(copied.graph).to.equal(await held.store.canonicalHash())
    expect(await collect(target.dump())).to.deep.equal(await collect(held.store.dump()))
    const error = await copyStore(held.store, target, () => undefined).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).to.be.instanceOf(FailureError)
  })

  async function lines(what: 'links' | 'rings', minProbability = 0.5) {
    const text = await collect(exportLines(held.store, what, { format: 'ndjson', minProbability }))
    return text.map((line) => JSON.parse(line))
  }
})
