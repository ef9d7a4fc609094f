import { expect } from 'chai'
import fc from 'fast-check'

import { partsOf } from '../../../server/domain/keys.ts'
import { factsOf, forgetDatasets } from '../support.ts'

const shop = { platform: 'taobao.com', shop_id: '1' }
const schemes = ['bank', 'alipay', 'wechat', 'bitcoin']
const typed = [
  '6222 0202 0001',
  '6222-0202-0001',
  'Lin@163.com',
  '138****2418',
  '5%',
  '12/34',
  'Qa1',
]

async function saidOf(row: Readonly<Record<string, string>>) {
  const { nodes, edges } = await factsOf('shop', { ...shop, ...row })
  const named = nodes.map((node) => ({ ...node, name: node.name ?? partsOf(node.key).at(-1) }))
  return {
    nodes: named,
    edges: edges.map(({ properties, ...edge }) => ({ ...edge, ...properties })),
  }
}

describe('an account', () => {
  after(forgetDatasets)

  it('(law) behind its scheme, as account:SCHEME/TYPED, is what it is beside it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...schemes),
        fc.constantFrom(...typed),
        async (account_scheme, account) => {
          const keyed = await saidOf({ account: `account:${account_scheme}/${account}` })
          expect(keyed).to.deep.equal(await saidOf({ account, account_scheme }))
        },
      ),
      { numRuns: 28 },
    )
  })

  it('by its key has no other name, and the same whatever is encoded in it', async () => {
    for (const account of ['account:bank/6222', 'account:b%61nk/6222']) {
      const { nodes } = await factsOf('shop', { ...shop, account })
      const [said] = nodes.filter(({ kind }) => kind === 'PaymentAccount')
      expect(said).to.deep.include({ key: 'account:bank/6222', name: undefined })
    }
  })
})
