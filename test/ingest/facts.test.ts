import { expect } from 'chai'

import type { Facts } from '../../server/domain/fact.ts'
import { nodeKinds } from '../../server/domain/graph.ts'
import { kindOf } from '../../server/domain/keys.ts'
import { recordKinds } from '../../server/domain/record.ts'
import { fieldsOf } from '../../server/ingest/fields.ts'
import { factsOf, forgetDatasets } from './support.ts'

const shop = { platform: 'taobao.com', shop_id: '1' }
const key = 'shop:taobao.com/1'

/** One full row of each kind, with the sentences it says. */
const rows: Record<string, [row: Record<string, unknown>, says: string[], about?: string[]]> = {
  shop: [
    {
      ...shop,
      name: '莆田鞋店',
      registrant_name: 'Acme Ltd',
      registrant_address: '7 Bank Street',
      registrant_kind: 'company',
      phone: ['13800138000', '138****2418'],
      email: 'a@163.com',
      messenger: 'Lin88',
      device: 'D1',
      domain: 'www.a.com',
      account: '6222 0001',
      account_scheme: 'bank',
      origin_address: '23 West Elm Street',
      factory_id: 'f1',
      factory_address: '4 Mill Road',
    },
    [
      `${key} REGISTERED_TO identity:set/taobao.com%2F1/acme ltd`,
      'identity:set/taobao.com%2F1/acme ltd AT place:7 bank st',
      `${key} REACHED_AT contact:phone/+8613800138000`,
      `${key} REACHED_AT contact:phone-masked/138****2418`,
      `${key} REACHED_AT contact:email/a@163.com`,
      `${key} REACHED_AT contact:messenger/lin88`,
      `${key} REACHED_AT contact:device/d1`,
      `${key} REACHED_AT contact:domain/a.com`,
      `${key} PAID_INTO account:bank/62220001`,
      `${key} SHIPS_FROM origin:23 w elm st`,
      `${key} SUPPLIED_BY factory:set/f1`,
      'factory:set/f1 AT place:4 mill rd',
    ],
  ],
  life: [{ ...shop, from: '2025-01-01', to: '2025-02-01', ended: 'counterfeit' }, []],
  link: [
    { ...shop, kind: 'wifi', value: 'A4-56-30-00-00-01' },
    [`${key} REACHED_AT contact:wifi/a4:56:30:00:00:01`],
  ],
  identity: [
    {
      identity_id: 'i1',
      kind: 'person',
      name: 'Lin',
      id_number: '11010519491231002X',
      address: '5 Hill Road',
      place: 'place:7 sea rd',
      phone: '13800138000',
      account: 'account:bank/1',
      runs: ['identity:uscc/CN/91350100M000100Y43=director', 'taobao.com/1'],
    },
    [
      'identity:resident_id/CN/11010519491231002X REACHED_AT contact:phone/+8613800138000',
      'identity:resident_id/CN/11010519491231002X AT place:5 hill rd',
      'identity:resident_id/CN/11010519491231002X AT place:7 sea rd',
      'identity:resident_id/CN/11010519491231002X HOLDS account:bank/1',
      'identity:resident_id/CN/11010519491231002X RUNS identity:uscc/CN/91350100M000100Y43',
    ],
  ],
  factory: [
    {
      factory_id: 'f1',
      name: 'Works',
      address: '4 Mill Road',
      country: 'China',
      registration_number: '91 35',
      phone: '13800138000',
    },
    [
      'factory:CN/9135 REACHED_AT contact:phone/+8613800138000',
      'factory:CN/9135 AT place:4 mill rd',
    ],
  ],
  place: [
    {
      place_id: 'p1',
      address: '4 Mill Road',
      role: 'make',
      basis: 'observed',
      of: 'factory:set/f1',
    },
    ['factory:set/f1 AT place:4 mill rd'],
  ],
  listing: [{ ...shop, listing_id: 'l1', title: 'shoes', seen_on: '2026-01-05' }, []],
  sale: [{ ...shop, from: '2026-01-01', to: '2026-01-31', basis: 'orders', units: 7 }, []],
  transfer: [
    {
      from_account: 'account:bank/1',
      to_account: 'account:bank/2',
      amount: '10.5',
      on: '2026-01-05',
    },
    ['account:bank/1 TRANSFERS_TO account:bank/2'],
  ],
  parcel: [
    {
      waybill: 'w1',
      shop: 'taobao.com/1',
      sender_address: '4 Mill Road',
      sender_phone: '13800138000',
      sent_on: '2026-01-05',
      first_scan_place: 'place:7 sea rd',
      consignor: 'Lin',
    },
    [`${key} SHIPS_FROM origin:4 mill rd`, `${key} REACHED_AT contact:phone/+8613800138000`],
    ['contact:phone/+8613800138000', 'origin:4 mill rd', 'place:7 sea rd', key],
  ],
  test_buy: [
    { test_buy_id: 't1', ...shop, ordered_on: '2026-01-05', payee_account: 'account:bank/1' },
    [`${key} PAID_INTO account:bank/1`],
  ],
  right: [
    { right_id: 'r1', office: 'CNIPA', number: '1', holder: 'identity:vat/DE/1' },
    [],
    ['identity:vat/DE/1'],
  ],
  authorised: [{ right_id: 'r1', party: 'taobao.com/1' }, [], []],
  event: [{ subject: 'ring:1', event: 'raid', on: '2026-01-05' }, [], ['ring:1']],
  evidence: [{ evidence_id: 'e1', sha256: 'A'.repeat(64), reliability: 'b' }, [], []],
  decision: [
    {
      a: 'taobao.com/1',
      b: 'taobao.com/2',
      verdict: 'same',
      basis: 'blind',
      by: 'ann',
      on: '2026-01-05',
    },
    [],
    [key, 'shop:taobao.com/2'],
  ],
}

describe('facts', () => {
  after(forgetDatasets)

  for (const kind of recordKinds) {
    it(`of a ${kind} row are what the model says`, async () => {
      const [row = {}, says = [], about] = rows[kind] ?? []
      const facts = await factsOf(kind, row, { phoneRegion: 'CN' })
      expect(sentences(facts)).to.have.members(says)
      if (about !== undefined) expect(facts.about).to.deep.equal(about)
      holdsTogether(facts)
    })
  }

  it('know every field of the kinds that the tests fill in', () => {
    for (const kind of recordKinds) {
      expect(Object.keys(fieldsOf[kind])).to.include.members(Object.keys(rows[kind]?.[0] ?? {}))
    }
  })

  it('keep every value as typed on its edge', async () => {
    const { edges } = await factsOf(
      'shop',
      { ...shop, phone: '138 0013 8000' },
      { phoneRegion: 'CN' },
    )
    expect(edges[0]?.properties).to.deep.equal({ literal: '138 0013 8000' })
  })

  it('tell one value typed two ways in one row once', async () => {
    const phone = ['13800138000', '+86 138 0013 8000']
    const { nodes, edges } = await factsOf('shop', { ...shop, phone }, { phoneRegion: 'CN' })
    expect(nodes).to.have.length(2)
    expect(edges).to.have.length(1)
  })

  it('do not tie a thing to itself', async () => {
    const transfer = {
      from_account: 'account:bank/1',
      to_account: 'account:bank/1',
      on: '2026-01-05',
    }
    const { edges, record } = await factsOf('transfer', transfer)
    expect(edges).to.deep.equal([])
    expect(record.refused).to.deep.include({
      field: 'to_account',
      value: 'account:bank/1',
      reason: 'self-reference',
    })
  })

  it('keep two transfers between the same accounts apart, and one told twice together', async () => {
    const transfer = { from_account: '1', to_account: '2', on: '2026-01-05', amount: '5' }
    const [one, again, other] = await Promise.all([
      factsOf('transfer', transfer),
      factsOf('transfer', transfer),
      factsOf('transfer', { ...transfer, amount: '6' }),
    ])
    expect(one?.edges[0]?.discriminator).to.equal(again?.edges[0]?.discriminator)
    expect(one?.edges[0]?.discriminator).to.not.equal(other?.edges[0]?.discriminator)
  })
})

function sentences({ edges }: Facts): string[] {
  return edges.map(({ from, type, to }) => `${from} ${type} ${to}`)
}

/** What every store may count on: ends that are said, kinds that fit their keys, flat properties, no loops, about sorted. */
function holdsTogether({ nodes, edges, about }: Facts): void {
  const keys = new Set(nodes.map((node) => node.key))
  expect(keys.size).to.equal(nodes.length)
  for (const node of nodes)
    expect(kindOf(node.key))
      .to.equal(node.kind)
      .and.be.oneOf([...nodeKinds])
  for (const { from, to } of edges) {
    expect(keys.has(from) && keys.has(to)).to.equal(true)
    expect(from).to.not.equal(to)
  }
  for (const value of [...nodes, ...edges].flatMap(({ properties }) => Object.values(properties))) {
    for (const item of [value].flat())
      expect(typeof item).to.be.oneOf(['string', 'number', 'boolean'])
  }
  expect(about)
    .to.deep.equal(about.toSorted())
    .and.include.members([...keys])
}
