import type { Dice } from '../../../server/jobs/world/dice.ts'
import { residentId, socialCreditCode } from '../../../server/jobs/world/id-numbers.ts'
import { addEvent, addListings, addShop, type DemoRows, later, parts } from './rows.ts'

/** Addresses as they are printed on the parcels. */
export const hub = '南塘集运站 Nantang parcel hub'
export const village = '青石村 Qingshi Village'
export const card = '6217 •••• 4471'

const controller = 'golden-lotus'
const wen = 'identity:demo/wen-harlow/wen harlow'
export const factories = {
  hongyue: '宏岳皮具厂 Hongyue Leather Works',
  dongli: '东篱五金 Dongli Hardware',
  tingxi: '汀溪手袋 Tingxi Handbags',
  muchuan: '沐川箱包 Muchuan Bags',
  wufeng: '五枫皮业 Wufeng Leather',
  jincheng: '锦程包装 Jincheng Packaging',
}

const chen = {
  registrant_name: '陈建国',
  registrant_id: residentId(417, '19780312'),
  registrant_kind: 'person',
}
const lansheng = {
  registrant_name: '澜笙贸易',
  registrant_id: socialCreditCode(5502),
  registrant_kind: 'company',
}
const jinzhu = { registrant_name: '锦筑商行', registrant_kind: 'company' }

/**
 * The ring of the first screen: six shops of one chain of re-registrations, and two of a second chain that joins them through
 * one bank card alone. Each return changes something and keeps something.
 */
export function goldenLotus(rows: DemoRows, dice: Dice): void {
  chainA(rows)
  chainB(rows)
  suppliers(rows)
  parcels(rows, dice)
  testBuys(rows)
  whatHappened(rows)
  evidence(rows)
  listings(rows)
}

const a1 = 'weigou/1806'
const a2 = 'weigou/3355'
const a3 = 'weigou/7720'
const a4 = 'pinlane/40217'
const a5 = 'weigou/12903'
const a6 = 'jushi/88213'
const b1 = 'pinlane/51160'
const b2 = 'jushi/80454'

function chainA(rows: DemoRows): void {
  addShop(rows, {
    shop: a1,
    name: '金莲箱包 Golden Lotus Bags',
    opened: '2023-02-06',
    closed: '2023-07-20 counterfeit',
    controller,
    has: {
      ...chen,
      phone: '143 0021 7716',
      email: 'lotus.bags@mail.example',
      messenger: 'jinlian-bags',
      account: 'W-88 •••• 0316',
      account_scheme: 'wallet',
      origin_address: hub,
      category: 'handbags',
      brand: 'Halvéa',
    },
  })
  addShop(rows, {
    shop: a2,
    name: '莲记手袋店 Lotus Handbags',
    opened: '2023-08-03',
    closed: '2024-01-20 counterfeit',
    controller,
    predecessor: a1,
    changed: 'name phone email',
    has: {
      ...chen,
      phone: '143 0584 3302',
      email: 'lotus.bags88@mail.example',
      messenger: 'jinlian-bags',
      account: 'W-88 •••• 0316',
      account_scheme: 'wallet',
      origin_address: hub,
      category: 'handbags',
      brand: 'Halvéa',
    },
  })
  addShop(rows, {
    shop: a3,
    name: 'LBH Outlet',
    opened: '2024-02-17',
    closed: '2024-07-02 counterfeit',
    controller,
    predecessor: a2,
    changed: 'name registrant phone email messenger',
    has: {
      ...lansheng,
      phone: '143 0772 1094',
      email: 'service@lbh-outlet.example',
      messenger: 'lbh-service',
      domain: 'lbh-outlet.example',
      account: 'W-88 •••• 0316',
      account_scheme: 'wallet',
      origin_address: hub,
      category: 'handbags|wallets',
      brand: 'Halvéa',
    },
  })
  addShop(rows, {
    shop: a4,
    name: '轻奢包仓 Light Luxe Depot',
    opened: '2024-07-08',
    closed: '2025-02-14 counterfeit',
    controller,
    predecessor: a3,
    changed: 'platform name phone email messenger account origin',
    has: {
      ...lansheng,
      phone: '143 0772 1095',
      email: 'depot.light@mail.example',
      messenger: 'luxe-depot',
      account: 'M-5502 •• 19',
      account_scheme: 'merchant',
      origin_address: village,
      category: 'handbags',
      brand: 'Halvéa',
    },
  })
  addShop(rows, {
    shop: a5,
    name: 'LuxeBagHub',
    opened: '2025-03-09',
    closed: '2025-11-14 counterfeit',
    controller,
    predecessor: a4,
    changed: 'platform name phone email',
    has: {
      ...lansheng,
      phone: '143 0000 2417',
      email: 'hello@luxebaghub.example',
      messenger: 'luxe-depot',
      domain: 'luxebaghub.example',
      account: 'M-5502 •• 19',
      account_scheme: 'merchant',
      origin_address: village,
      category: 'handbags|wallets',
      brand: 'Halvéa',
    },
  })
  rows.link.push({
    ...shopOf(a5),
    kind: 'account',
    value: card,
    value_scheme: 'bank',
    value_name: 'Chen J.',
    role: 'settles_to',
    first_seen: '2025-08-02',
    last_seen: '2025-11-14',
    evidence: 'E12',
  })
  addShop(rows, {
    shop: a6,
    name: '奢包汇 2026 Luxe Bag Collective',
    opened: '2025-11-23',
    controller,
    predecessor: a5,
    changed: 'platform name registrant phone email messenger',
    has: {
      ...jinzhu,
      phone: '143 0000 2418',
      email: 'shebaohui@mail.example',
      messenger: 'shebaohui2026',
      account: card,
      account_scheme: 'bank',
      account_holder: 'Chen J.',
      category: 'handbags',
      brand: 'Halvéa',
    },
  })
  rows.link.push(
    {
      ...shopOf(a3),
      kind: 'tracking_id',
      value: 'UA-0042417',
      first_seen: '2024-03-01',
      last_seen: '2024-07-02',
    },
    {
      ...shopOf(a5),
      kind: 'tracking_id',
      value: 'UA-0042417',
      first_seen: '2025-03-20',
      last_seen: '2025-11-10',
    },
  )
}

function chainB(rows: DemoRows): void {
  addShop(rows, {
    shop: b1,
    name: '花间小铺 Among Flowers',
    opened: '2024-09-01',
    closed: '2025-08-29 counterfeit',
    controller,
    has: {
      phone: '143 0316 8850',
      email: 'wen.harlow@mail.example',
      messenger: 'amongflowers',
      origin_address: hub,
      category: 'handbags|scarves',
      brand: 'Halvéa',
    },
  })
  addShop(rows, {
    shop: b2,
    name: '花瓣包袋 Petal & Co',
    opened: '2025-09-15',
    closed: '2026-03-14 counterfeit',
    controller,
    predecessor: b1,
    changed: 'platform name phone messenger',
    has: {
      phone: '143 0490 6127',
      email: 'wen.harlow@mail.example',
      messenger: 'petal-and-co',
      origin_address: hub,
      category: 'handbags',
      brand: 'Halvéa',
    },
  })
  for (const [shop, from, to] of [
    [b1, '2024-09-01', '2025-08-29'],
    [b2, '2025-09-15', '2026-03-14'],
  ] as const) {
    rows.link.push({
      ...shopOf(shop),
      kind: 'registrant',
      value: wen,
      value_name: 'Wen Harlow',
      first_seen: from,
      last_seen: to,
    })
  }
  rows.identity.push({
    identity_id: 'wen-harlow',
    kind: 'person',
    name: 'Wen Harlow',
    occupation: 'unknown',
  })
}

function suppliers(rows: DemoRows): void {
  const site = (id: keyof typeof factories, more: Record<string, string>) =>
    rows.factory.push({ factory_id: id, name: factories[id], country: 'CN', ...more })
  site('hongyue', {
    address: '云岭县沙岭镇工业路 8 号 Shaling',
    region: 'Shaling',
    lat: '23.86',
    lng: '113.52',
    products: 'handbags|wallets',
  })
  site('dongli', {
    address: '鸥湾镇五金街 21 号 Ouwan',
    region: 'Ouwan',
    lat: '27.41',
    lng: '120.29',
    products: 'buckles|zippers',
  })
  site('tingxi', { region: 'Tingxi', lat: '25.37', lng: '116.41', products: 'handbags' })
  site('muchuan', { region: 'Muchuan', lat: '28.60', lng: '115.43', products: 'bags' })
  site('wufeng', { region: 'Wufeng', lat: '28.05', lng: '112.36', products: 'leather' })
  site('jincheng', {
    address: '锦程镇纸箱路 2 号 Jincheng',
    region: 'Jincheng',
    lat: '26.96',
    lng: '119.28',
    products: 'boxes',
  })
  const supplied = [
    [a2, 'hongyue', '2023-09-11', 'E17'],
    [a3, 'hongyue', '2024-03-05', 'E17'],
    [a4, 'hongyue', '2024-08-19', 'E18'],
    [a5, 'hongyue', '2025-04-02', 'E18'],
    [a6, 'dongli', '2025-12-08', 'E19'],
    [b2, 'dongli', '2025-10-12', 'E19'],
  ] as const
  for (const [shop, factory, seen, proof] of supplied) {
    rows.link.push({
      ...shopOf(shop),
      kind: 'factory',
      value: factory,
      value_name: factories[factory],
      first_seen: seen,
      last_seen: seen,
      evidence: proof,
    })
  }
  const at = (placeId: string, address: string, of: string, more: Record<string, string>) =>
    rows.place.push({ place_id: placeId, address, of, ...more })
  const yard = { address: '青石村东 3 号院 yard 3, Qingshi Village', lat: '24.10', lng: '117.82' }
  at('yard', yard.address, 'origin:青石村qingshi village', {
    lat: yard.lat,
    lng: yard.lng,
    role: 'dispatch',
    basis: 'observed',
    seen_on: '2025-12-02',
    evidence: 'E18',
  })
  at('yard', yard.address, 'factory:demo/hongyue', {
    lat: yard.lat,
    lng: yard.lng,
    role: 'pack',
    basis: 'observed',
    seen_on: '2025-12-02',
    evidence: 'E18',
  })
  at('yard', yard.address, 'origin:青石村qingshi village', {
    lat: yard.lat,
    lng: yard.lng,
    role: 'dispatch',
    basis: 'reported',
    seen_on: '2025-09-18',
  })
  at('yard', yard.address, 'factory:demo/hongyue', {
    lat: yard.lat,
    lng: yard.lng,
    role: 'pack',
    basis: 'reported',
    seen_on: '2025-09-18',
  })
  at('station', '梅园区集运路 1 号 Nantang', 'origin:南塘集运站nantang parcel hub', {
    lat: '29.95',
    lng: '119.61',
    role: 'dispatch',
    basis: 'observed',
    seen_on: '2025-06-11',
  })
}

/** Parcels by month: most of them leave the works for the village or the hub; one alone ties the open shop to the village. */
function parcels(rows: DemoRows, dice: Dice): void {
  const named = new Set(['tingxi', 'muchuan', 'jincheng'])
  const send = (
    count: number,
    shop: string | undefined,
    from: keyof typeof factories,
    address: string,
    first: string,
    last: string,
    evidence: string,
  ) => {
    const span = (Date.parse(last) - Date.parse(first)) / 86_400_000
    for (let n = 0; n < count; n++) {
      const sent = later(first, Math.floor((span * n) / Math.max(1, count - 1)))
      rows.parcel.push({
        waybill: `KL${String(1_000_000 + dice.int(9_000_000))}`,
        carrier: '快鹭 Kuailu',
        shop,
        sender_name: shop === a6 ? undefined : factories[from],
        sender_address: address,
        sent_on: sent,
        received_on: later(sent, 2 + dice.int(3)),
        consignor: named.has(from) ? `factory:demo/${from}` : undefined,
        declared_goods: from === 'dongli' ? 'metal parts' : 'bags',
        evidence,
      })
    }
  }
  send(5, a2, 'hongyue', hub, '2023-09-14', '2024-01-12', 'E17')
  send(7, a3, 'hongyue', hub, '2024-03-06', '2024-06-25', 'E17')
  send(15, a4, 'hongyue', village, '2024-08-21', '2025-02-06', 'E18')
  send(18, a5, 'hongyue', village, '2025-04-03', '2025-11-06', 'E18')
  send(1, a6, 'hongyue', village, '2026-02-21', '2026-02-21', 'E26')
  send(4, b2, 'dongli', hub, '2025-10-14', '2026-03-02', 'E19')
  send(9, undefined, 'dongli', village, '2025-11-04', '2026-03-05', 'E19')
  send(2, a4, 'tingxi', village, '2024-08-30', '2025-01-16', 'E20')
  send(1, a3, 'tingxi', hub, '2024-06-20', '2024-06-20', 'E20')
  send(2, a4, 'jincheng', hub, '2024-09-03', '2024-11-20', 'E20')
  send(1, a3, 'muchuan', hub, '2024-04-08', '2024-04-08', 'E21')
}

function testBuys(rows: DemoRows): void {
  const waybillOf = (shop: string, n: number) => {
    const own = rows.parcel.filter((parcel) => parcel.shop === shop)
    return String(own.at(n)?.waybill ?? '')
  }
  const buy = (id: string, shop: string, on: string, more: Record<string, string>) =>
    rows.test_buy.push({
      test_buy_id: id,
      ...shopOf(shop),
      ordered_on: on,
      currency: 'CNY',
      verifier: 'Halvéa brand protection',
      verifier_kind: 'holder',
      right: 'halvea-word',
      ...more,
    })
  buy('T1', a2, '2023-11-20', {
    paid: '468.00',
    payee_account: 'account:wallet/w88****0316',
    waybill: waybillOf(a2, 2),
    result: 'counterfeit',
    verified_on: '2023-12-05',
    evidence: 'E17',
  })
  buy('T2', a3, '2024-05-17', {
    paid: '512.00',
    payee_account: 'account:wallet/w88****0316',
    waybill: waybillOf(a3, 5),
    result: 'counterfeit',
    verified_on: '2024-06-03',
    evidence: 'E17',
  })
  buy('T3', a4, '2024-12-09', {
    paid: '488.00',
    waybill: waybillOf(a4, 9),
    result: 'counterfeit',
    verified_on: '2025-01-08',
    evidence: 'E18',
  })
  buy('T4', a5, '2025-09-30', {
    paid: '538.00',
    payee_account: 'account:bank/6217****4471',
    waybill: waybillOf(a5, 15),
    result: 'counterfeit',
    verified_on: '2025-10-17',
    evidence: 'E12|E18',
  })
  buy('T5', b2, '2026-01-19', {
    paid: '428.00',
    payee_account: 'account:bank/6217****4471',
    waybill: waybillOf(b2, 2),
    result: 'counterfeit',
    verified_on: '2026-02-11',
    evidence: 'E14|E19',
  })
}

function whatHappened(rows: DemoRows): void {
  const closures = [
    [a1, '2023-07-20', 'C-23-0718'],
    [a2, '2024-01-20', 'C-24-0051'],
    [a3, '2024-07-02', 'C-24-0603'],
    [a4, '2025-02-14', 'C-25-0122'],
    [a5, '2025-11-14', 'C-25-1107'],
    [b1, '2025-08-29', 'C-25-0811'],
    [b2, '2026-03-14', 'C-26-0240'],
  ] as const
  for (const [shop, on, decision] of closures) {
    addEvent(rows, shop, on, 'closure', {
      by: parts(shop)[0],
      decision_no: decision,
      result: 'counterfeit',
      evidence: 'E09',
    })
    addEvent(rows, shop, later(on, -21), 'notice_served', { by: 'Halvéa brand protection' })
    addEvent(rows, shop, later(on, -34), 'complaint', {
      by: 'Halvéa brand protection',
      result: 'upheld',
    })
  }
  addEvent(rows, a3, '2024-05-02', 'complaint', {
    by: 'buyer',
    result: 'upheld',
    note: 'logo peels off',
  })
  addEvent(rows, a5, '2025-07-08', 'warning', { by: 'weigou' })
  addEvent(rows, a6, '2026-01-27', 'complaint', {
    by: 'buyer',
    note: 'same bag as LuxeBagHub, other label',
  })
  addEvent(rows, a6, '2026-02-25', 'complaint', { by: 'Halvéa brand protection' })
  addEvent(rows, a2, '2024-01-25', 'appeal', { by: '陈建国', result: 'rejected' })
  rows.event.push({
    subject: 'factory:demo/wufeng',
    event: 'complaint',
    on: '2023-05-22',
    by: 'anonymous',
    note: 'said to make for Golden Lotus Bags; no record supports it',
    evidence: 'E23',
  })
}

function evidence(rows: DemoRows): void {
  const item = (id: string, on: string, method: string, reliability: string, credibility: string) =>
    rows.evidence.push({
      evidence_id: id,
      collected_at: on,
      collected_by: 'analyst 7',
      method,
      reliability,
      credibility,
    })
  item('E05', '2025-11-25', 'company register extract', 'A', '2')
  item('E09', '2025-11-16', 'closure log of the platform', 'A', '1')
  item('E12', '2025-10-17', 'payee shown in a test purchase', 'B', '2')
  item('E14', '2026-02-11', 'payee shown in a test purchase', 'B', '2')
  item('E17', '2024-07-09', 'parcel labels of two test purchases and a complaint', 'B', '2')
  item('E18', '2025-12-02', 'photographs of the yard and of parcel labels', 'B', '2')
  item('E19', '2026-03-06', 'photographs of buckles and of parcel labels', 'C', '3')
  item('E20', '2025-01-20', 'pattern sheet seen at nine factories', 'C', '4')
  item('E21', '2024-04-12', 'waybill, sender hardly readable', 'D', '4')
  item('E22', '2025-09-04', 'one settlement of 和顺百货', 'B', '3')
  item('E23', '2023-05-22', 'anonymous complaint', 'D', '5')
  item('E26', '2026-02-24', 'one parcel label, no photograph', 'C', '3')
}

function listings(rows: DemoRows): void {
  const pictures = (first: number, count: number) =>
    Array.from({ length: count }, (_, n) => `lotus${first + n}`)
  const about = (seen: string) => ({ brand: 'Halvéa', price: 438, seen })
  addListings(rows, a1, about('2023-05-11'), [
    ['金莲 链条小方包 复古 女', ...pictures(1, 5)],
    ['金莲 菱格托特 大容量', ...pictures(6, 4)],
  ])
  addListings(rows, a2, about('2023-10-02'), [
    ['莲记 链条小方包 复古', ...pictures(3, 5)],
    ['莲记 托特 通勤 大容量', ...pictures(7, 4)],
  ])
  addListings(rows, a3, about('2024-04-21'), [
    ['LBH chain bag quilted vintage', ...pictures(4, 6)],
    ['LBH tote large', ...pictures(9, 4)],
  ])
  addListings(rows, a4, about('2024-10-30'), [
    ['轻奢 链条菱格包 复古', ...pictures(8, 7)],
    ['轻奢 通勤托特', ...pictures(14, 4)],
  ])
  addListings(rows, a5, about('2025-06-18'), [
    ['chain quilted bag H-style vintage', ...pictures(12, 12)],
    ['tote H-style large', ...pictures(24, 10)],
  ])
  addListings(rows, a6, about('2026-01-07'), [
    ['链条菱格包 H家同款 复古', ...pictures(16, 14)],
    ['托特 H家同款 大容量', ...pictures(32, 17)],
  ])
  addListings(rows, b1, about('2025-02-11'), [
    ['花间 丝巾 印花 真丝', 'petal1', 'petal2'],
    ['花间 手拎小包', 'petal3', 'petal4'],
  ])
  addListings(rows, b2, about('2025-12-03'), [
    ['花瓣 手拎小包 复古', 'petal3', 'petal4', 'petal5'],
    ['花瓣 丝巾 印花', 'petal1', 'petal6'],
  ])
}

function shopOf(shop: string): { platform: string; shop_id: string } {
  const [platform, id] = parts(shop)
  return { platform, shop_id: id }
}
