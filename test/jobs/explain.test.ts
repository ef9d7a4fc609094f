import { expect } from 'chai'

import type { NodeKey } from '../../server/domain/keys.ts'
import type { StoredModel } from '../../server/domain/run.ts'
import { EpochMs } from '../../server/domain/units.ts'
import { detect } from '../../server/jobs/detect.ts'
import { explain } from '../../server/jobs/explain.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { aRun } from '../support/store-builders.ts'
import { aroundSmallStore } from './around-small-store.ts'
import { smallFiles, writeDataset } from './small-dataset.ts'

const options = { at: EpochMs.parse(1_700_000_000_000), onProgress: () => undefined }
const [one, next] = ['shop:taobao.com/101', 'shop:taobao.com/102'] as NodeKey[] as [
  NodeKey,
  NodeKey,
]
const stranger = 'shop:jd.com/301' as NodeKey

describe('explain', () => {
  const held = aroundSmallStore(options)

  it('tells a link as the run keeps it', async () => {
    const run = await detect(held.store, options)
    const { links, judging } = await explain(held.store, one, next, options)
    expect(judging).to.equal(undefined)
    expect(links).to.deep.equal(await held.store.linksBetween(run.id, one, next))
  })

  it('judges a pair that the run does not keep by the model of the run, whatever was loaded since', async () => {
    await detect(held.store, options)
    const before = await explain(held.store, one, stranger, options)
    await loadDatasets(held.store, [manyMore(held.path)], options)
    const after = await explain(held.store, one, stranger, options)
    expect(after.judging?.run?.id).to.equal(1)
    expect(after.judging?.model).to.deep.equal(before.judging?.model)
    expect(after.links.map(({ bits }) => bits)).to.deep.equal(before.links.map(({ bits }) => bits))
    await detect(held.store, options)
    const [again] = (await explain(held.store, one, stranger, options)).links
    expect(again?.ledger.prior.bits).to.be.below(before.links[0]?.ledger.prior.bits ?? 0)
  })

  it('learns from what is at hand where nothing was published', async () => {
    const { links, judging } = await explain(held.store, one, stranger, options)
    expect(judging).to.deep.equal({ run: undefined, model: undefined })
    expect(links).to.not.have.length(0)
  })

  it('tells what each shop shows, and where, when neither shows anything that any other does', async () => {
    const rows = ['taobao.com,101,1,p1,lotus clasp', 'jd.com,301,2,p2,quiet heron']
    const files = {
      'listing.csv': `platform,shop_id,listing_id,image,title\n${rows.join('\n')}\n`,
    }
    const listed = writeDataset(held.path, 'listed', { name: 'listed', files })
    await loadDatasets(held.store, [listed], options)
    await detect(held.store, options)
    const [link] = (await explain(held.store, one, stranger, options)).links
    const told = (channel: string) => {
      const bar = link?.ledger.bars.find((own) => own.channel === channel)
      expect(bar?.level).to.equal('differ')
      const ends = [bar?.a, bar?.b]
      expect(ends.map((end) => end?.records.length)).to.deep.equal([1, 1])
      return ends.map((end) => end?.literal).toSorted()
    }
    expect(told('images')).to.deep.equal(['p1', 'p2'])
    expect(told('titles')).to.deep.equal(['lotus clasp', 'quiet heron'])
  })

  const unreadable: readonly [what: string, model: StoredModel | undefined][] = [
    ['keeps no model', undefined],
    ['keeps the model of another version', { name: 'learnt-weights-99', channels: [] }],
  ]
  for (const [what, model] of unreadable) {
    it(`learns from what is at hand where the run ${what}`, async () => {
      const learnt = await explain(held.store, one, stranger, options)
      const contents = { links: [], rings: [], attributions: [], model }
      const run = await held.store.publishRun(aRun(), contents)
      const { links, judging } = await explain(held.store, one, stranger, options)
      expect(judging).to.deep.equal({ run, model: undefined })
      expect(links.map(({ bits }) => bits)).to.deep.equal(learnt.links.map(({ bits }) => bits))
    })
  }
})

/** Eighty shops that share nothing with anybody. */
function manyMore(parent: string): string {
  const [header] = smallFiles['shop.csv'].split('\n')
  const rows = Array.from(
    { length: 80 },
    (_, n) => `pdd.com,${n},,2023-05-05,,,+86137000001${n + 10},,,,,,,`,
  )
  const text = `${[header, ...rows, ''].join('\n')}`
  return writeDataset(parent, 'more', { name: 'more', files: { 'shop.csv': text } })
}
