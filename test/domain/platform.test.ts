import { expect } from 'chai'
import fc from 'fast-check'

import { nodeKey, partsOf, toKey } from '../../server/domain/keys.ts'
import { plainPlatform } from '../../server/domain/platform.ts'
import { factsOf } from '../ingest/support.ts'

const dressed = [
  'taobao.com',
  'TAOBAO.COM',
  'www.taobao.com',
  'm.taobao.com',
  'https://taobao.com/',
  'http://www.m.Taobao.com',
]

describe('a platform', () => {
  it('is one by the address of its site, however that is written', async () => {
    for (const platform of dressed) {
      expect(plainPlatform(platform), platform).to.equal('taobao.com')
      const { nodes } = await factsOf('shop', { platform, shop_id: '1' })
      expect(nodes.map(({ key }) => key)).to.deep.equal(['shop:taobao.com/1'])
      expect(nodes[0]?.properties).to.deep.include({ platform: 'taobao.com' })
    }
    expect(toKey('WWW.Taobao.com/1')).to.equal('shop:taobao.com/1')
  })

  it('is as it is typed where it is called by a name, or by another site', () => {
    for (const name of [
      'Amazon',
      'eBay',
      '淘宝',
      'web',
      'shop.taobao.com',
      'm.cn',
      'a/b',
      'v1.2',
    ]) {
      expect(plainPlatform(name), name).to.equal(name)
    }
  })

  it('stays what it was once it is plain, and its keys say it', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.string({ minLength: 1 }), (url, id) => {
        for (const typed of [url, url.toUpperCase(), `www.${new URL(url).hostname}`]) {
          const plain = plainPlatform(typed)
          expect(plainPlatform(plain)).to.equal(plain)
          expect(partsOf(nodeKey('Shop', typed, id))).to.deep.equal([plain, id.toWellFormed()])
        }
      }),
    )
  })
})
