import { expect } from 'chai'

import type { IdentityTable } from '../../../server/linkage/identities/identity-table.ts'
import { resolve } from '../../../server/linkage/identities/resolve.ts'
import type { Weighed } from '../../../server/linkage/identities/weigh-records.ts'
import { textColumn } from '../../../server/linkage/kernels/text-column.ts'
import { identityTable } from '../../bench/public/identity-table.ts'
import { pairsOf } from '../../bench/public/score.ts'
import { publicSets } from '../../bench/public/sets.ts'
import { expectGolden } from '../../picture/golden.ts'

const options = { seed: 1, pairBudget: 2_000_000 }
const columns = { channel: 12, bits: 7 }

describe('weights learnt from febrl3, without labels', () => {
  let truth: readonly string[]
  let table: IdentityTable
  let weighed: Weighed

  before(() => {
    const set = (publicSets.febrl3 ?? expect.fail('no such set'))()
    truth = set.truth
    table = identityTable(set.described)
    weighed = resolve(table, options).weighed
  })

  it('are the golden ones, level by level', async () => {
    const lines = table.channels.map(({ channel }, place) =>
      [
        channel.padEnd(columns.channel),
        ...Array.from(weighed.worth[place] ?? [], (bits) => bits.toFixed(2).padStart(columns.bits)),
      ].join(''),
    )
    const text = [
      'log2(m/u) by channel, then level: the same value from rare to common, near values, differ',
      ...lines,
      `prior ${weighed.prior.toFixed(2)}`,
    ].join('\n')
    await expectGolden('febrl3-weights.txt', `${text}\n`)
  })

  it('find how many true pairs there are', () => {
    const records = truth.length
    const found = ((records * (records - 1)) / 2) * (1 / (1 + 2 ** -weighed.prior))
    const { holders } = textColumn(truth)
    expect(found / pairsOf(new Map(holders.entries()))).to.be.within(0.99, 1.01)
  })
})
