import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'

import { FailureError, RefusalError } from '../../server/domain/failure.ts'
import { readTruth } from '../../server/jobs/truth.ts'
import { temporaryFolder } from './small-dataset.ts'

describe('readTruth', () => {
  it('reads shops with their controllers and predecessors', async () => {
    const rows = await truthOf(
      'platform,shop_id,controller,predecessor\nx.com,1,An,\nx.com,2,An,x.com/1\n',
    )
    expect(rows).to.deep.equal([
      { shop: 'shop:x.com/1', controller: 'An', predecessor: undefined },
      { shop: 'shop:x.com/2', controller: 'An', predecessor: 'shop:x.com/1' },
    ])
  })

  it('reads which traps a shop stands in and what a return changed, and tells nothing changed from nothing known', async () => {
    const rows = await truthOf(
      'platform,shop_id,controller,predecessor,trap,changed\nx.com,1,An,,franchise|family,\nx.com,2,An,x.com/1,,phone|account\n',
    )
    expect(rows).to.deep.equal([
      {
        shop: 'shop:x.com/1',
        controller: 'An',
        predecessor: undefined,
        traps: ['franchise', 'family'],
        changed: [],
      },
      {
        shop: 'shop:x.com/2',
        controller: 'An',
        predecessor: 'shop:x.com/1',
        changed: ['phone', 'account'],
      },
    ])
  })

  it('reads other things with their controllers, and labelled pairs', async () => {
    expect(await truthOf('subject,controller\nshop:x.com/1,An\n')).to.deep.equal([
      { shop: 'shop:x.com/1', controller: 'An' },
    ])
    expect(await truthOf('a,b,same\nx.com/1,x.com/2,true\nx.com/1,x.com/3,0\n')).to.deep.equal([
      { a: 'shop:x.com/1', b: 'shop:x.com/2', same: true },
      { a: 'shop:x.com/1', b: 'shop:x.com/3', same: false },
    ])
  })

  it('refuses a file that is no truth, and one that says nothing', async () => {
    for (const text of ['shop,owner\n1,2\n', 'platform,shop_id,controller\n']) {
      const error = await truthOf(text).catch((thrown: unknown) => thrown)
      expect(error).to.be.instanceOf(RefusalError)
    }
  })

  it('fails on a row that it cannot read rather than measure without it', async () => {
    const error = await truthOf('platform,shop_id,controller\nx.com,1,An\nx.com,2,\n').catch(
      (thrown: unknown) => thrown,
    )
    expect(error).to.be.instanceOf(FailureError)
    expect(String(error)).to.match(/Row 2 of /)
  })
})

async function truthOf(text: string) {
  using temporary = temporaryFolder()
  const path = join(temporary.path, 'truth.csv')
  writeFileSync(path, text)
  return await readTruth(path)
}
