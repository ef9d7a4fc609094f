import { expect } from 'chai'

import { type Channel, channels, type Family, families } from '../../server/domain/link.ts'
import { channelTable } from '../../server/linkage/channels/table.ts'
import { explainPair } from '../../server/linkage/explain-pair.ts'
import { market, options, shopKey, strangers, type TestShop } from './market.ts'

/** How two shops compare in one channel: `same`, `near` or `differ`, and what the agreement says. */
const cases: [string, string, Omit<TestShop, 'id'>, Omit<TestShop, 'id'>, string][] = [
  [
    'two companies of one name',
    'registrant',
    { company: '百合皮具有限公司' },
    { company: '百合皮具有限公司' },
    'same',
  ],
  [
    'a company that changed its trade and form',
    'registrant',
    { company: 'Baihe Trading Co Ltd' },
    { company: 'Baihe Leather Factory' },
    'near',
  ],
  [
    'a company name that is one letter off',
    'registrant',
    { company: 'Baihe Trading' },
    { company: 'Baihi Trading' },
    'near',
  ],
  [
    'a person whose names stand in the other order',
    'registrant',
    { person: 'Wei Chen' },
    { person: 'CHEN Wei' },
    'same',
  ],
  ['two people', 'registrant', { person: 'Chen Wei' }, { person: 'Li Na' }, 'differ'],
  [
    'two numbers one digit apart',
    'phone',
    { phone: ['+8613800138000'] },
    { phone: ['+8613800138007'] },
    'near',
  ],
  [
    'two numbers two digits apart',
    'phone',
    { phone: ['+8613800138000'] },
    { phone: ['+8613800138077'] },
    'differ',
  ],
  [
    'two local numbers one digit apart',
    'phone',
    { phone: ['5211600;phone-context=+1'] },
    { phone: ['5211601;phone-context=+1'] },
    'near',
  ],
  [
    'two countries with one local number',
    'phone',
    { phone: ['5211600;phone-context=+1'] },
    { phone: ['5211600;phone-context=+86'] },
    'differ',
  ],
  [
    'two accounts in one name, whichever comes first in it',
    'account',
    { account: ['6222'], holder: 'Chen Jianguo' },
    { account: ['8811'], holder: 'JIANGUO CHEN' },
    'near',
  ],
  [
    'two accounts in one name of which a part is hidden',
    'account',
    { account: ['6222'], holder: '*建国' },
    { account: ['8811'], holder: '*建国' },
    'differ',
  ],
  [
    'two accounts in one family name and initial',
    'account',
    { account: ['6222'], holder: 'Chen J.' },
    { account: ['8811'], holder: 'Chen J.' },
    'differ',
  ],
  [
    'one account that one source names no holder of',
    'account',
    { account: ['6222'], holder: 'Chen Jianguo' },
    { account: ['6222'] },
    'same',
  ],
  [
    'a masked number and the whole one that it fits',
    'phone',
    { phone: ['138****8000'] },
    { phone: ['+8613800138000'] },
    'near',
  ],
  [
    'a masked number and a whole one that shows otherwise',
    'phone',
    { phone: ['138****8000', '137****1111'] },
    { phone: ['+8613700002222'] },
    'differ',
  ],
  [
    'a masked account and the whole one that it fits',
    'account',
    { account: ['6222****5678'] },
    { account: ['62221111115678'] },
    'same',
  ],
  [
    'one number that fails its own check',
    'id_number',
    { person: 'Li Na', wrongNumber: '110105194912310021' },
    { person: 'Chen Wei', wrongNumber: '110105 1949 1231 0021' },
    'same',
  ],
  [
    'a number and the same with one slip of the pen',
    'id_number',
    { person: 'Li Na', wrongNumber: '110105194912310021' },
    { person: 'Chen Wei', number: '110105194912310029' },
    'near',
  ],
  [
    'two numbers that fail their own check',
    'id_number',
    { person: 'Li Na', wrongNumber: '110105194912310021' },
    { person: 'Chen Wei', wrongNumber: '440106200601275473' },
    'differ',
  ],
  [
    'a Chinese name and another that sounds alike',
    'registrant',
    { person: '王秀英' },
    { person: 'Wang Xiuying' },
    'near',
  ],
  [
    'a masked name and the one that it fits',
    'registrant',
    { person: '王*英' },
    { person: '王秀英' },
    'near',
  ],
  [
    'the better of several numbers',
    'phone',
    { phone: ['+8613911112222', '+8613800138000'] },
    { phone: ['+8613800138000'] },
    'same',
  ],
  [
    'addresses that differ in their digits',
    'email',
    { email: ['lotus88@a.example'] },
    { email: ['lotus-91@a.example'] },
    'near',
  ],
  [
    'one stem at two services',
    'email',
    { email: ['lotus88@a.example'] },
    { email: ['lotus88@b.example'] },
    'differ',
  ],
  [
    'one name under two endings',
    'domain',
    { domain: ['lotus-bags.com'] },
    { domain: ['shop.lotus-bags.co.uk'] },
    'near',
  ],
  [
    'two tenants of one building',
    'origin',
    { origin: ['12 W Mill Road Suite 3'] },
    { origin: ['12 West Mill Rd'] },
    'near',
  ],
  [
    'two rooms of one Chinese building',
    'origin',
    { origin: ['义乌市秋实路88号201室'] },
    { origin: ['义乌市秋实路88号305室'] },
    'near',
  ],
  [
    'two numbers of one Chinese street',
    'origin',
    { origin: ['义乌市秋实路88号'] },
    { origin: ['义乌市秋实路91号'] },
    'near',
  ],
  [
    'two numbers of one western street',
    'origin',
    { origin: ['12 Mill Road'] },
    { origin: ['14 Mill Road'] },
    'differ',
  ],
  [
    'two addresses of one county of which one has no street',
    'origin',
    { origin: ['浙江省金华市义乌市秋实路88号'], region: '330782' },
    { origin: ['浙江省金华市义乌市北苑'], region: '330782' },
    'near',
  ],
  [
    'two addresses of one prefecture',
    'origin',
    { origin: ['浙江省金华市秋实路88号'], region: '330700' },
    { origin: ['浙江省金华市北苑'], region: '330700' },
    'differ',
  ],
  [
    'two units of one village',
    'origin',
    { origin: ['Unit 3, Qingshi Village'] },
    { origin: ['Unit 9, Qingshi Village'] },
    'near',
  ],
  [
    'one brand among several, however it is typed',
    'brands',
    { brands: ['Lotus Élan', 'Heron'] },
    { brands: ['LOTUS ELAN'] },
    'same',
  ],
  ['two brands', 'brands', { brands: ['Lotus'] }, { brands: ['Heron'] }, 'differ'],
  ['a rare word of the name', 'name', { name: 'Golden Lotus' }, { name: 'Lotus Outlet' }, 'near'],
  [
    'a pair of characters of a Chinese name',
    'name',
    { name: '红鹤皮具' },
    { name: '红鹤鞋业' },
    'near',
  ],
]

/** Companies and persons, right and wrong numbers, whole, local and masked telephones, whole and masked accounts have levels of their own; one value has one kind. */
const kindsOfValue: Partial<Record<Channel, number>> = {
  registrant: 2,
  id_number: 2,
  phone: 3,
  account: 2,
}

/** A name within an address is chosen like that of a shop, and a name on an account is a name. */
const nearFamilies: Readonly<Record<string, Family>> = {
  email: 'catalogue',
  domain: 'catalogue',
  account: 'who',
}

describe('channels', () => {
  for (const [title, channel, a, b, level] of cases) {
    it(`${title}: ${channel} ${level}`, () => {
      const evidence = market([{ id: 'a', ...a }, { id: 'b', ...b }, ...strangers(20)])
      const [link] = explainPair(evidence, shopKey('a'), shopKey('b'), options)
      const bar = link?.ledger.bars.find((own) => own.channel === channel)
      expect(bar?.level).to.equal(level)
      const usual = families[channel as Channel]
      expect(bar?.family).to.equal(level === 'near' ? (nearFamilies[channel] ?? usual) : usual)
    })
  }

  it('show in whose name two accounts stand beside the accounts, and the account alone where it is the same', () => {
    const literals = (second: string) => {
      const evidence = market([
        { id: 'a', account: ['6222'], holder: '陈建国' },
        { id: 'b', account: [second], holder: '陈建国' },
        ...strangers(20),
      ])
      const [link] = explainPair(evidence, shopKey('a'), shopKey('b'), options)
      const bar = link?.ledger.bars.find((own) => own.channel === 'account')
      return [bar?.a.literal, bar?.b.literal]
    }
    expect(literals('8811')).to.deep.equal(['陈建国 · 6222', '陈建国 · 8811'])
    expect(literals('6222')).to.deep.equal(['6222', '6222'])
  })

  it('are all in the table, once and in the order of the vocabulary', () => {
    expect(channelTable.map(({ channel }) => channel)).to.deep.equal([...channels])
  })

  it('never promise more than certainty: the levels and the difference of one channel add up to at most 1', () => {
    for (const { channel, levels, differ } of channelTable) {
      const agree = levels.reduce((sum, { m }) => sum + m, 0) / (kindsOfValue[channel] ?? 1)
      expect(agree + differ.inSequence, channel).to.be.at.most(1 + 1e-9)
      expect(differ.together, channel).to.be.at.most(differ.inSequence)
    }
  })
})
