import type { Dice } from '../../../server/jobs/world/dice.ts'
import { residentId, socialCreditCode } from '../../../server/jobs/world/id-numbers.ts'
import type { WorldRow } from '../../../server/jobs/world/tables.ts'
import { card, factories, hub } from './golden-lotus.ts'
import { agentPhone, shellAccount } from './other-rings.ts'
import { addEvent, addListings, addShop, type DemoRows, later, parts } from './rows.ts'

const asOf = '2026-03-14'

/** A Chinese word with its English, in the order in which shop names use them. */
const firsts = words(
  '春和 Chunhe|小满 Xiaoman|北屿 Beiyu|松果 Pinecone|云朵 Cloud|拾光 Shiguang|麦田 Maitian|远山 Far Hill|青禾 Green Rice|木槿 Mujin|' +
    '南风 South Wind|星野 Xingye|半夏 Banxia|知夏 Zhixia|鹿鸣 Luming|溪午 Xiwu|禾木 Hemu|清欢 Qinghuan|长亭 Changting|初见 Chujian|' +
    '山岚 Shanlan|海棠 Begonia|竹里 Zhuli|白鹭 Egret|石榴 Pomegranate|橘子 Tangerine|暖阳 Warm Sun|微澜 Weilan|听雨 Tingyu|归舟 Guizhou|' +
    '芦苇 Reed|银杏 Ginkgo|蓝湾 Blue Bay|枫桥 Maple Bridge|雪松 Cedar|雨巷 Rain Lane|茉莉 Jasmine|向阳 Sunward|稻香 Daoxiang|晴川 Qingchuan',
)
const goods = words(
  '文具 Stationery|茶器 Teaware|渔具 Tackle|母婴 Baby|家纺 Linen|灯饰 Lamps|零食 Snacks|户外 Outdoor|园艺 Garden|宠物 Pets|' +
    '五谷 Grains|乐器 Music|书房 Books|厨具 Kitchen|花艺 Flowers|玩具 Toys|雨具 Umbrellas|袜业 Socks|手作 Crafts|车品 Car Care',
)
const surnames = [
  ...'赵钱孙李周吴郑王冯褚卫蒋沈韩杨朱许何吕施孔曹严华金魏陶姜谢邹苏潘葛范彭郎鲁韦马苗方俞任袁柳史唐费岑薛雷汤滕罗毕郝安常乐于傅齐康伍余元卜顾孟平黄',
]
const givens = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红鹏飞宁雪晨欣怡思远嘉文博宇航子涵梓轩一诺雨桐浩然若曦可馨诗琪',
]
const villages = words(
  '榆林庄 Yulin Hamlet|石磨村 Shimo Village|柳河镇 Liuhe Town|桃源里 Taoyuan Lane|枣园村 Zaoyuan Village|双井巷 Shuangjing Lane|' +
    '铜陵路 Tongling Road|灯市口 Dengshi Gate|白塔街 Baita Street|沙坝村 Shaba Village|南浦镇 Nanpu Town|东篱巷 Dongli Lane',
)
const works = words(
  '恒泰纸品 Hengtai Paper|瑞丰针织 Ruifeng Knits|大同塑料 Datong Plastics|永兴木业 Yongxing Wood|金沙食品 Jinsha Foods|' +
    '华光电器 Huaguang Electric|泰和陶瓷 Taihe Ceramics|四海玩具 Sihai Toys',
)

/**
 * Shops of strangers, so that what the rings share is rare and what everybody shares is not: most send through the parcel hub,
 * some use the registration agent's phone or the payment shell, a dozen close on one day of a sweep.
 */
export function innocents(rows: DemoRows, dice: Dice, count: number): void {
  for (const [n, [zh = '', en = '']] of works.entries()) {
    rows.factory.push({
      factory_id: `w${n + 1}`,
      name: `${zh} ${en}`,
      country: 'CN',
      products: 'various',
    })
  }
  const names = dice.shuffle(firsts.flatMap((first) => goods.map((good) => ({ first, good }))))
  const tails = dice.shuffle(Array.from({ length: 9000 }, (_, n) => n + 1000))
  for (const [n, { first, good }] of names.slice(0, count).entries()) {
    const [zh = '', en = ''] = [`${first[0]}${good[0]}`, `${first[1]} ${good[1]}`]
    const shop = `${dice.pick(['weigou', 'jushi', 'pinlane'])}/${90_000 + n * 7}`
    const opened = later('2022-06-01', dice.int(1330))
    const closed = closing(dice, opened, n)
    const slug = en.toLowerCase().replace(/[^a-z]/g, '')
    addShop(rows, {
      shop,
      name: `${zh} ${en}`,
      opened,
      ...(closed === undefined ? {} : { closed }),
      controller: `stranger-${n + 1}`,
      has: {
        ...registrant(dice, n),
        ...contact(dice, n, tails, slug),
        ...trade(dice, n),
        category: (good[1] ?? '').toLowerCase(),
      },
    })
    if (closed !== undefined)
      addEvent(rows, shop, closed.slice(0, 10), 'closure', { by: parts(shop)[0] })
    else if (dice.chance(0.08))
      addEvent(rows, shop, later('2025-09-01', dice.int(180)), 'complaint', { by: 'buyer' })
    const seen = closed === undefined ? later('2025-10-01', dice.int(150)) : later(opened, 15)
    addListings(rows, shop, { brand: '', price: 20 + dice.int(90), seen }, [
      [`${zh} 新款`, `pic${n}a`, `pic${n}b`],
    ])
  }
  const jincheng = rows.shop
    .filter(({ shop_id }) => Number(shop_id) >= 90_000)
    .filter((_, n) => n % 4 === 0)
  for (const { platform, shop_id } of jincheng) {
    rows.link.push({
      platform,
      shop_id,
      kind: 'factory',
      value: 'jincheng',
      value_name: factories.jincheng,
      role: 'boxes',
      first_seen: '2024-05-20',
    })
  }
  lookalikes(rows)
}

/** A sweep closed a dozen strangers on one day; others closed for their own reasons, and two in five still trade. */
function closing(dice: Dice, opened: string, n: number): string | undefined {
  if (n < 12 && opened < '2025-08-01') return '2025-09-10 counterfeit'
  if (dice.chance(0.55)) return undefined
  const on = later(opened, 40 + dice.int(700))
  return on < asOf
    ? `${on} ${dice.pick(['owner', 'owner', 'inactive', 'inactive', 'other', 'counterfeit'])}`
    : undefined
}

function registrant(dice: Dice, n: number): WorldRow {
  const name = `${dice.pick(surnames)}${dice.pick(givens)}${dice.chance(0.7) ? dice.pick(givens) : ''}`
  if (dice.chance(0.2)) return {}
  if (dice.chance(0.3)) {
    const company = `${dice.pick(firsts)[0]}${dice.pick(firsts)[0]}${dice.pick(['贸易', '商贸', '电子商务'])}有限公司`
    return {
      registrant_name: company,
      registrant_id: socialCreditCode(200_000 + n * 13),
      registrant_kind: 'company',
    }
  }
  const born = `19${70 + dice.int(30)}${String(1 + dice.int(12)).padStart(2, '0')}${String(1 + dice.int(28)).padStart(2, '0')}`
  return {
    registrant_name: name,
    registrant_kind: 'person',
    ...(dice.chance(0.6) ? { registrant_id: residentId(n, born) } : {}),
  }
}

function contact(dice: Dice, n: number, tails: readonly number[], slug: string): WorldRow {
  const own = `143 ${String(1100 + ((n * 37) % 800)).padStart(4, '0')} ${tails[n] ?? n}`
  const phone = n % 5 === 3 ? agentPhone : own
  return {
    ...(dice.chance(0.85) || n % 5 === 3 ? { phone } : {}),
    ...(dice.chance(0.5) ? { email: `${slug}@mail.example` } : {}),
    ...(dice.chance(0.25) ? { messenger: `${slug}-${n}` } : {}),
  }
}

function trade(dice: Dice, n: number): WorldRow {
  const [zh = '', en = ''] = dice.pick(villages)
  const address = dice.chance(0.65) ? hub : `${zh} ${n + 1} 号 ${en}`
  const wallet = `W-${10 + dice.int(89)} •••• ${String(1000 + n * 13).slice(-4)}`
  const shell = n % 5 === 1
  return {
    origin_address: address,
    ...(shell || dice.chance(0.55)
      ? { account: shell ? shellAccount : wallet, account_scheme: shell ? 'merchant' : 'wallet' }
      : {}),
    ...(dice.chance(0.3) ? { factory_id: `w${1 + dice.int(works.length)}` } : {}),
  }
}

/** Shops that look like the ring and are not: copies of its name, a namesake, near numbers, a stranger who used its card once. */
function lookalikes(rows: DemoRows): void {
  const add = (
    shop: string,
    name: string,
    opened: string,
    trap: string,
    has: WorldRow,
    closed?: string,
  ) =>
    addShop(rows, {
      shop,
      name,
      opened,
      controller: `stranger-${trap}-${shop}`,
      trap,
      has,
      ...(closed === undefined ? {} : { closed }),
    })
  add('weigou/13377', '金莲箱包官方店 Golden Lotus Bags Official', '2025-12-01', 'impersonator', {
    phone: '143 0377 1846',
    origin_address: '柳河镇 12 号 Liuhe Town',
    registrant_name: '胡一鸣',
    registrant_kind: 'person',
    category: 'handbags',
    brand: 'Halvéa',
  })
  add('pinlane/52208', '奢包汇 2025', '2025-12-20', 'impersonator', {
    phone: '143 0298 5503',
    origin_address: hub,
    category: 'handbags',
  })
  add('jushi/87120', '念初皮具 Nianchu Leather', '2025-12-05', 'near phone', {
    phone: '143 0000 2410',
    origin_address: hub,
    account: 'W-71 •••• 3306',
    account_scheme: 'wallet',
    registrant_name: '念初皮具商行',
    registrant_kind: 'company',
    category: 'handbags',
  })
  add('weigou/13002', '梧桐手袋 Wutong Handbags', '2025-11-20', 'dealer of one works', {
    phone: '143 0761 3345',
    origin_address: '榆林庄 3 号 Yulin Hamlet',
    factory_id: 'hongyue',
    factory_name: factories.hongyue,
    registrant_name: '吴桐',
    registrant_kind: 'person',
    category: 'handbags',
  })
  add('jushi/87444', '晚风包铺 Evening Wind', '2025-12-02', 'hub', {
    phone: '143 0182 9960',
    origin_address: hub,
    category: 'handbags',
  })
  add('pinlane/47015', '建国男鞋 Jianguo Shoes', '2023-07-25', 'namesake', {
    phone: '143 0655 7782',
    origin_address: hub,
    registrant_name: '陈建国',
    registrant_id: residentId(902, '19650508'),
    registrant_kind: 'person',
    category: 'shoes',
  })
  add('weigou/10933', '和顺百货 Heshun Goods', '2024-03-16', 'card used once', {
    phone: '143 0426 3071',
    origin_address: '南浦镇 41 号 Nanpu Town',
    registrant_name: '何顺',
    registrant_kind: 'person',
    category: 'household',
  })
  rows.link.push({
    platform: 'weigou',
    shop_id: '10933',
    kind: 'account',
    value: card,
    value_scheme: 'bank',
    first_seen: '2025-09-03',
    last_seen: '2025-09-03',
    role: 'settles_to',
    evidence: 'E22',
  })
  add('jushi/36001', '草木香氛 Herb Scents', '2024-12-20', 'rented account', {
    phone: '143 0518 6609',
    origin_address: hub,
    account: 'W-63 •••• 5517',
    account_scheme: 'wallet',
    registrant_name: '谢晚晴',
    registrant_kind: 'person',
    category: 'candles',
  })
  add('pinlane/55310', '橙果手袋 Orange Grove Bags', '2025-10-11', 'refused date', {
    phone: '143 0903 7715',
    origin_address: hub,
    category: 'handbags',
    seen_on: '2025-02-30',
  })
  add('weigou/12555', '鸵羽皮件 Fern & Ostrich', '2025-08-08', 'refused number', {
    phone: '143 0340 2286',
    registrant_name: '罗素素',
    registrant_kind: 'person',
    registrant_id: '990000198802301239',
    category: 'handbags',
  })
}

function words(list: string): string[][] {
  return list.split('|').map((pair) => {
    const [zh = '', ...en] = pair.split(' ')
    return [zh, en.join(' ')]
  })
}
