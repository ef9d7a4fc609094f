import { expect } from 'chai'

import { EpochMs } from '../../server/domain/units.ts'
import { allRings } from '../../server/jobs/all-rings.ts'
import { detect } from '../../server/jobs/detect.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { screen } from '../../server/jobs/screen.ts'
import { aroundSmallStore } from './around-small-store.ts'
import { smallFiles, writeDataset } from './small-dataset.ts'

const options = { at: EpochMs.parse(1_700_000_000_000), onProgress: () => undefined }
/** It opened in February 2024 and is recorded as closed for counterfeit, without the day. */
const closed = 'shop:jd.com/201'
const [header] = smallFiles['shop.csv'].split('\n')

describe('a shop that was closed on a day that nobody recorded', () => {
  const held = aroundSmallStore(options, (folder) => {
    const rows = smallFiles['shop.csv'].replace('2024-02-01,2024-05-01', '2024-02-01,')
    const files = { ...smallFiles, 'shop.csv': rows }
    return writeDataset(folder, 'undated', { files })
  })

  it('is told neither as a return nor as side by side with a shop that opened after it', async () => {
    const run = await detect(held.store, options)
    const links = await held.store.linksBetween(run.id, closed, 'shop:jd.com/202')
    expect(links.map(({ kind }) => kind)).to.deep.equal(['same_controller'])
    expect(links[0]?.ledger).to.not.have.any.keys('gap', 'together')
  })

  it('ran side by side with a shop that had been open for longer', async () => {
    const run = await detect(held.store, options)
    const older = `jd.com,200,Older,2024-01-15,,,+8613900000009,heron@example.org,6217000000000000009,bank,Chen Jie,person,,`
    const files = { 'shop.csv': `${header}\n${older}\n` }
    await loadDatasets(
      held.store,
      [writeDataset(held.path, 'older', { name: 'older', files })],
      options,
    )
    const again = await detect(held.store, options)
    expect(again.id).to.equal(run.id + 1)
    const [link] = await held.store.linksBetween(again.id, 'shop:jd.com/200', closed)
    expect(link?.ledger).to.have.property('together')
  })

  it('counts as closed in its ring', async () => {
    const run = await detect(held.store, options)
    const ring = (await allRings(held.store, run.id)).find(({ members }) =>
      members.some(({ shop }) => shop === closed),
    )
    expect(ring).to.include({ size: 2, live: 1, closed: 1 })
  })

  it('is named at the gate to whoever comes with what it had, which no shop that was only sold is', async () => {
    const had = '+8613900004401,crane@example.org,6217000000000004401,bank,Wu Fang,person,,'
    const files = { 'shop.csv': `${header}\njd.com,4401,,2024-01-01,2024-06-20,sold,${had}\n` }
    await loadDatasets(
      held.store,
      [writeDataset(held.path, 'sold', { name: 'sold', files })],
      options,
    )
    await detect(held.store, options)
    const heron = `jd.com,901,New,2024-07-01,,,+8613900000009,heron@example.org,6217000000000000009,bank,Chen Jie,person,,`
    const other = `jd.com,902,New too,2024-07-01,,,${had}`
    const applying = writeDataset(held.path, 'applying', {
      name: 'applying',
      files: { 'shop.csv': `${header}\n${heron}\n${other}\n` },
    })
    const { shops } = await screen(held.store, applying, options)
    const named = shops.map(({ candidates }) => candidates.map(({ shop }) => shop))
    expect(named[0]).to.include('jd.com/201')
    expect(named[1]).to.deep.equal([])
  })
})
