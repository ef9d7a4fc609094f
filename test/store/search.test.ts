import { expect } from 'chai'
import fc from 'fast-check'

import type { Store } from '../../server/store/port.ts'
import { facts, load, node } from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'

const luxe = 'shop:taobao.com/88213'
const watches = 'shop:taobao.com/5'
const account = 'account:bank/6222021234567890123'
const phone = 'contact:phone/+8613800138000'
const company = 'identity:uscc/CN/91350200MA2XNUW04P'
const ip = 'contact:ip/192.168.1.1'

/** Names in scripts whose letters have marks, or that are written in several ways. */
const elsewhere = {
  'factory:a/1': 'राम ٣',
  'factory:a/2': 'रीमा',
  'factory:a/3': 'Işık Łukasz Straße',
  'factory:a/4': 'مُحَمَّد',
  'factory:a/5': 'กิตติ',
  'factory:a/6': 'Παπαδόπουλος',
}

const rows = [
  facts('1', { nodes: [node(luxe, { name: 'LuxeBagHub Café' })] }),
  facts('2', { nodes: [node(watches, { name: '海在名表 精品店' })] }),
  facts('3', {
    nodes: [node(account, { name: '6222 0212 3456 7890 123' }), node(phone), node(ip)],
  }),
  facts('4', { nodes: [node(company, { name: '廣州國際錶業有限公司' })] }),
  ...Object.entries(elsewhere).map(([key, name]) => facts(key, { nodes: [node(key, { name })] })),
]

/** What a person types, and the nodes it must find. */
const searches: readonly [text: string, found: readonly string[]][] = [
  ['名表', [watches]],
  ['名', [watches]],
  ['海在名表', [watches]],
  ['海在名表 精品', [watches]],
  ['在表', []],
  ['表精', []],
  ['国际', [company]],
  ['國際', [company]],
  ['表业', [company]],
  ['lux', [luxe]],
  ['LUXEBAG', [luxe]],
  ['ｌｕｘ', [luxe]],
  ['bag', [luxe]],
  ['cafe', [luxe]],
  ['café', [luxe]],
  ['haizaimingbiao', [watches]],
  ['hzmb', [watches]],
  ['guangzhou', [company]],
  ['0212345', [account]],
  ['6222 0212', [account]],
  ['+86 138-0013-8000', [phone]],
  ['13800138000', [phone]],
  ['192.168.1.1', [ip]],
  ['350200ma2x', [company]],
  [luxe, [luxe]],
  [phone, [phone]],
  ['taobao.com/88213', [luxe]],
  ['88213', [luxe]],
  ['राम', ['factory:a/1']],
  ['रीम', ['factory:a/2']],
  ['र', ['factory:a/1', 'factory:a/2']],
  ['رام', []],
  ['IŞIK', ['factory:a/3']],
  ['lukasz', ['factory:a/3']],
  ['STRASSE', ['factory:a/3']],
  ['محمد', ['factory:a/4']],
  ['مُحَمَّد', ['factory:a/4']],
  ['กิต', ['factory:a/5']],
  ['กต', []],
  ['ΠΑΠΑΔΟΠΟΥΛΟΣ', ['factory:a/6']],
  ['nothing of the kind', []],
  ['', []],
  ['  *"\'():~^!{}[]\\/&&||-+ ', []],
  ['lux" OR tokens:*', []],
  ['lux* NEAR(bag)', []],
]

for (const [name, open] of Object.entries(stores)) {
  describe(`search in the ${name} store`, () => {
    let store: Store
    before(async () => {
      store = await open()
      await load(store, rows)
    })
    after(() => store[Symbol.asyncDispose]())

    for (const [text, found] of searches) {
      it(`finds ${found.length === 0 ? 'nothing' : found.join(', ')} for ${JSON.stringify(text)}`, async () => {
        const page = await store.search(text, { limit: 10 })
        expect(page.items.map(({ key }) => key)).to.deep.equal(found)
        expect([page.total, page.next]).to.deep.equal([found.length, undefined])
      })
    }

    it('narrows to some kinds, and pages by key', async () => {
      const shops = await store.search('o', { kinds: ['Shop'], limit: 1 })
      expect([shops.items[0]?.key, shops.total]).to.deep.equal([watches, 2])
      const rest = await store.search('o', { kinds: ['Shop'], limit: 1, cursor: shops.next })
      expect(rest.items.map(({ key }) => key)).to.deep.equal([luxe])
      expect((await store.search('o', { kinds: [], limit: 1 })).total).to.equal(0)
    })

    it('finds exactly the nodes of whose names a scan finds one, whatever the names are and whichever counts', async () => {
      const letter = fc.constantFrom(...'名表店海金莲')
      const name = fc.string({ unit: letter, minLength: 1, maxLength: 6 })
      const names = fc.array(name, { minLength: 1, maxLength: 3 })
      const asked = fc.string({ unit: letter, minLength: 1, maxLength: 3 })
      await fc.assert(
        fc.asyncProperty(fc.array(names, { maxLength: 25 }), asked, async (all, text) => {
          await using other = await open()
          const named = all.flatMap((own, at) => own.map((name) => node(`shop:${at}`, { name })))
          await load(
            other,
            named.map((one, at) => facts(`${at}`, { row: at + 1, nodes: [one] })),
          )
          const holding = named.filter((own) => own.name?.includes(text)).map(({ key }) => key)
          const expected = [...new Set(holding)]
          const found: string[] = []
          let cursor: string | undefined
          do {
            const page = await other.search(text, { limit: 3, cursor })
            expect(page.total).to.equal(expected.length)
            found.push(...page.items.map(({ key }) => key))
            cursor = page.next
          } while (cursor !== undefined)
          expect(found).to.deep.equal(expected.toSorted())
        }),
        { numRuns: 12 },
      )
    })

    it('says under which other name it found a thing, where neither its name nor its key holds what was asked for', async () => {
      await using other = await open()
      const called = ['金莲', '海在名表', 'Lotus'].map((own) => node(watches, { name: own }))
      await load(
        other,
        called.map((one, at) => facts(`${at}`, { row: at + 1, nodes: [one] })),
      )
      const found = async (text: string) => {
        const { items } = await other.search(text, { limit: 10 })
        return items.map(({ name, foundAs }) => [name, foundAs])
      }
      expect(await found('金莲')).to.deep.equal([['金莲', undefined]])
      expect(await found('taobao')).to.deep.equal([['金莲', undefined]])
      expect(await found('hzmb')).to.deep.equal([['金莲', '海在名表']])
      expect(await found('lotus 金莲')).to.deep.equal([['金莲', 'Lotus']])
      expect(await found('lotus 海在')).to.deep.equal([['金莲', 'Lotus']])
      expect(await other.node(watches)).not.to.have.property('foundAs')
    })

    it('forgets a name that was corrected, and a node that left', async () => {
      await using other = await open()
      await load(other, rows)
      await load(other, [facts('2', { nodes: [node(watches, { name: '金店' })] })])
      expect((await other.search('名表', { limit: 10 })).total).to.equal(0)
      expect((await other.search('金店', { limit: 10 })).total).to.equal(1)
      expect((await other.search('lux', { limit: 10 })).total).to.equal(0)
    })
  })
}
