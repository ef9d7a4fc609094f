import { expect } from 'chai'

import type { NodeKey } from '../../server/domain/keys.ts'
import { EpochMs } from '../../server/domain/units.ts'
import { detect } from '../../server/jobs/detect.ts'
import { explain } from '../../server/jobs/explain.ts'
import { rule } from '../../server/jobs/rulings.ts'
import { screen } from '../../server/jobs/screen.ts'
import { aroundSmallStore } from './around-small-store.ts'
import { smallFiles, writeDataset } from './small-dataset.ts'

const options = { at: EpochMs.parse(1_700_000_000_000), onProgress: () => undefined }
const account = '6217000000000000009'
const [header] = smallFiles['shop.csv'].split('\n')

describe('what is worked out on the spot', () => {
  const held = aroundSmallStore(options)
  /** A new shop that is paid into the account of the heron chain, and writes to its mail box. */
  const applying = () =>
    writeDataset(held.path, 'applying', {
      name: 'applying',
      files: {
        'shop.csv': `${header}\njd.com,901,New,2024-05-06,,,,heron@example.org,${account},bank,,,,\n`,
      },
    })
  const namedBy = async () =>
    (await screen(held.store, applying(), options)).shops[0]?.candidates ?? []

  it('goes by what people ruled of values when new shops are screened', async () => {
    await detect(held.store, options)
    const [before] = await namedBy()
    expect(before).to.include({ shop: 'jd.com/201' })
    expect(before?.channels).to.include('account')
    const said = { value: `account:bank/${account}`, generic: true, by: 'An', because: 'an agent' }
    await rule(held.store, { ...said, id: '1', now: options.at })
    await detect(held.store, options)
    const after = await namedBy()
    expect(after.flatMap(({ channels }) => channels)).to.not.include('account')
    expect(after[0]?.probability ?? 0).to.be.below(before?.probability ?? 0)
  })

  it('shows nothing that no buyer sees where the run is of the public view', async () => {
    await detect(held.store, { ...options, publicView: true })
    const pair = ['shop:taobao.com/101', 'shop:jd.com/301'] as [NodeKey, NodeKey]
    const { links, judging } = await explain(held.store, ...pair, options)
    expect(judging?.run?.model).to.match(/-public$/u)
    for (const { ledger } of links) {
      expect(ledger.bars.map(({ channel }) => channel)).to.not.include('account')
      expect(ledger.unknown).to.include('account')
    }
    const named = await namedBy()
    expect(named).to.not.have.length(0)
    expect(named.flatMap(({ channels }) => channels)).to.not.include('account')
    await detect(held.store, options)
    const full = await explain(held.store, ...pair, options)
    expect(full.links[0]?.ledger.bars.map(({ channel }) => channel)).to.include('account')
  })
})
