import { expect } from 'chai'
import fc from 'fast-check'

import { type NodeKind, nodeKinds } from '../../server/domain/graph.ts'
import {
  keyAmong,
  kindOf,
  NodeKey,
  nodeKey,
  partsOf,
  plainKey,
  toKey,
} from '../../server/domain/keys.ts'

const anyKind = fc.constantFrom(...nodeKinds)
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('%', '/', '%2F', '%25', ':', '\n', '\u0000', 'a', '店', '𠮷'),
  }),
)
const anyParts = fc.array(anyText, { minLength: 1, maxLength: 4 })

describe('keys', () => {
  it('read as the model writes them', () => {
    expect(nodeKey('Shop', 'taobao.com', '88213')).to.equal('shop:taobao.com/88213')
    expect(nodeKey('Contact', 'phone', '+8613800138000')).to.equal('contact:phone/+8613800138000')
    expect(nodeKey('Shop', 'a/b', '100%')).to.equal('shop:a%2Fb/100%25')
    expect(nodeKey('Shop', 'lab', '𠮷')).to.equal('shop:lab/%F0%A0%AE%B7')
  })

  it('are one to one: kind and parts come back from the key', () => {
    fc.assert(
      fc.property(anyKind, anyParts, (kind: NodeKind, parts) => {
        const key = nodeKey(kind, ...parts)
        expect(kindOf(key)).to.equal(kind)
        expect(partsOf(key)).to.deep.equal(parts)
      }),
    )
  })

  it('hold no control character and nothing above U+FFFF, so that every store sorts them alike', () => {
    fc.assert(
      fc.property(anyKind, anyParts, (kind, parts) => {
        expect(nodeKey(kind, ...parts)).to.not.match(/[\p{Cc}\u{10000}-\u{10FFFF}]/u)
      }),
    )
  })

  it('are keys by their own schema as soon as one part is not empty', () => {
    fc.assert(
      fc.property(anyKind, anyParts, (kind, parts) => {
        fc.pre(parts.some((part) => part !== ''))
        expect(NodeKey.safeParse(nodeKey(kind, ...parts)).success).to.equal(true)
      }),
    )
  })

  it('take lone surrogates as the replacement character, since no store keeps them', () => {
    expect(nodeKey('Shop', 'lab', '\ud800')).to.equal('shop:lab/\ufffd')
  })
})

describe('references', () => {
  it('take a bare platform/id for a shop, whatever slashes the id holds', () => {
    expect(toKey('taobao.com/88213')).to.equal('shop:taobao.com/88213')
    expect(toKey('web/a/b')).to.equal('shop:web/a%2Fb')
  })

  it('take a key as it is', () => {
    expect(toKey('origin:23 w elm st')).to.equal('origin:23 w elm st')
  })

  it('mean nothing without a platform and an id', () => {
    for (const text of ['', 'shop', '/88213', 'taobao.com/', 'warehouse:1']) {
      expect(toKey(text), text).to.equal(undefined)
    }
  })

  it('of shops are told by the site of their platform, however an earlier version wrote it', () => {
    const plain: Record<string, string> = {
      'shop:TAOBAO.COM/1': 'shop:taobao.com/1',
      'shop:https:%2F%2Fwww.taobao.com%2F/A%2FB': 'shop:taobao.com/A%2FB',
      'shop:taobao.com/TAOBAO.COM': 'shop:taobao.com/TAOBAO.COM',
      'shop:Taobao/1': 'shop:Taobao/1',
      'shop:%E0%A4%A/1': 'shop:%E0%A4%A/1',
      'ring:TAOBAO.COM/1': 'ring:TAOBAO.COM/1',
      'contact:phone/+8613800138000': 'contact:phone/+8613800138000',
    }
    for (const [key, now] of Object.entries(plain)) expect(plainKey(key)).to.equal(now)
    const parts = fc.array(anyText, { minLength: 2, maxLength: 3 })
    fc.assert(
      fc.property(parts, (own) => {
        const key = nodeKey('Shop', ...own)
        expect(plainKey(key)).to.equal(key)
      }),
    )
  })

  it('that somebody wrote stand for what is there, first under the key that was written', () => {
    const [typed, now] = ['shop:TAOBAO.COM/1', 'shop:taobao.com/1']
    expect(keyAmong(new Set([typed, now]), typed)).to.equal(typed)
    expect(keyAmong(new Set([now]), typed)).to.equal(now)
    expect(keyAmong(new Set(), typed)).to.equal(typed)
  })
})
