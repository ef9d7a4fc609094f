import { expect } from 'chai'

import { factsOf, forgetDatasets } from '../support.ts'

const shop = { platform: 'taobao.com', shop_id: '1' }

describe('a registrant', () => {
  after(forgetDatasets)

  const identityOf = async (row: Record<string, unknown>, kind = 'shop') => {
    const facts = await factsOf(kind, { ...shop, ...row })
    return facts.nodes.find((node) => node.kind === 'Identity')
  }

  it('with a number that checks is one identity wherever it stands', async () => {
    const row = { registrant_name: 'Lin', registrant_id: '91350100M000100Y43' }
    const node = await identityOf(row)
    expect(node).to.deep.include({ key: 'identity:uscc/CN/91350100M000100Y43', name: 'Lin' })
    expect(node?.properties).to.include({
      normalName: 'lin',
      entityKind: 'company',
      idScheme: 'uscc',
    })
    const link = { kind: 'registrant', value: '91350100M000100Y43', value_scheme: 'uscc' }
    expect((await identityOf(link, 'link'))?.key).to.equal(node?.key)
  })

  it('with a number that does not check stands alone and shows it', async () => {
    const node = await identityOf({ registrant_name: 'Lin', registrant_id: '91350100M000100Y44' })
    expect(node?.key).to.equal('identity:set/taobao.com%2F1/lin')
    expect(node?.properties).to.include({ refusedIdNumber: '91350100M000100Y44' })
    const link = { kind: 'registrant', value: '110105194912310021', value_scheme: 'resident_id' }
    expect((await identityOf(link, 'link'))?.properties).to.include({
      refusedIdNumber: '110105194912310021',
    })
  })

  it('by name stands alone at each shop', async () => {
    const link = { kind: 'registrant', value: 'Acme 88 Ltd', value_scheme: 'company_name' }
    const node = await identityOf(link, 'link')
    expect(node).to.deep.include({ key: 'identity:set/taobao.com%2F1/acme 88 ltd' })
    expect(node?.properties).to.include({ entityKind: 'company' })
    expect((await identityOf({ ...link, shop_id: '2' }, 'link'))?.key).to.not.equal(node?.key)
    const unstated = { kind: 'registrant', value: 'Acme 88 Ltd' }
    expect((await identityOf(unstated, 'link'))?.key).to.equal(node?.key)
  })

  it('that nobody names is none', async () => {
    expect(await identityOf({ registrant_name: 'N/A', registrant_id: '-' })).to.equal(undefined)
  })
})
