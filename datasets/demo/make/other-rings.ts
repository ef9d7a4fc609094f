import { residentId, socialCreditCode } from '../../../server/jobs/world/id-numbers.ts'
import type { WorldRow } from '../../../server/jobs/world/tables.ts'
import { hub } from './golden-lotus.ts'
import { addEvent, addShop, type DemoRows, parts } from './rows.ts'

/** The phone of a registration agent, who signs up shops for many who do not know each other. */
export const agentPhone = '143 0900 1200'
/** A payment shell: a merchant account that settles for many. */
export const shellAccount = 'M-9000 •• 01'

/** The other five rings of the queue, each held together by something else. */
export function otherRings(rows: DemoRows): void {
  blueKiln(rows)
  northgateWatch(rows)
  trefoilKids(rows)
  harborAudio(rows)
  morningDew(rows)
}

type Spec = readonly [
  shop: string,
  name: string,
  opened: string,
  closed: string | undefined,
  predecessor: string | undefined,
  has: WorldRow,
]

function addRing(
  rows: DemoRows,
  controller: string,
  common: WorldRow,
  shops: readonly Spec[],
): void {
  for (const [shop, name, opened, closed, predecessor, has] of shops) {
    addShop(rows, {
      shop,
      name,
      opened,
      controller,
      ...(closed === undefined ? {} : { closed }),
      ...(predecessor === undefined ? {} : { predecessor }),
      has: { ...common, ...has },
    })
    const [closedOn, because] = closed?.split(' ') ?? []
    if (closedOn === undefined) continue
    const result = because === 'counterfeit' ? { result: 'counterfeit' } : {}
    addEvent(rows, shop, closedOn, 'closure', { by: parts(shop)[0], ...result })
  }
}

/** One device signs in to four shops; messenger handles and mail boxes carry on to the others. */
function blueKiln(rows: DemoRows): void {
  const kiln = (name: string, serial: number) => ({
    registrant_name: name,
    registrant_id: residentId(serial, '19810924'),
    registrant_kind: 'person',
  })
  const [he, lu, gu, fan] = [
    kiln('贺青山', 501),
    kiln('卢文秀', 502),
    kiln('顾明远', 503),
    kiln('范晓舟', 504),
  ]
  const device = 'bk-9f41-07ac'
  addRing(rows, 'blue-kiln', { category: 'tableware', brand: 'Orvelin' }, [
    [
      'pinlane/20114',
      '青窑 Blue Kiln',
      '2023-03-12',
      '2024-01-09 counterfeit',
      undefined,
      { ...he, phone: '143 0417 2203', device, messenger: 'blue-kiln' },
    ],
    [
      'pinlane/20377',
      '青窑二店 Blue Kiln II',
      '2023-05-30',
      '2024-09-17 inactive',
      undefined,
      { ...he, phone: '143 0417 8841', device },
    ],
    [
      'jushi/61502',
      '瓷上青 Celadon Days',
      '2023-09-04',
      '2024-11-25 counterfeit',
      undefined,
      { ...lu, phone: '143 0668 1907', device, email: 'celadon.days@mail.example' },
    ],
    [
      'weigou/9941',
      '小窑匠 Little Potter',
      '2024-01-28',
      '2024-12-13 counterfeit',
      'pinlane/20114',
      {
        ...lu,
        phone: '143 0668 5520',
        device,
        messenger: 'blue-kiln',
        account: 'W-27 •••• 3390',
        account_scheme: 'wallet',
      },
    ],
    [
      'jushi/61988',
      '釉里蓝 Glaze Blue',
      '2024-03-19',
      '2025-03-02 owner',
      undefined,
      {
        ...lu,
        phone: '143 0245 7719',
        messenger: 'blue-kiln',
        email: 'celadon.days2@mail.example',
      },
    ],
    [
      'pinlane/22650',
      '白瓷铺 White Porcelain',
      '2024-06-07',
      '2025-04-21 inactive',
      undefined,
      {
        ...lu,
        phone: '143 0245 7719',
        messenger: 'blue-kiln-2',
        email: 'celadon.days3@mail.example',
      },
    ],
    [
      'weigou/10288',
      '青釉居 Celadon House',
      '2024-12-30',
      '2025-08-20 counterfeit',
      'weigou/9941',
      {
        ...gu,
        phone: '143 0531 6644',
        messenger: 'blue-kiln-2',
        account: 'W-27 •••• 3390',
        account_scheme: 'wallet',
      },
    ],
    [
      'jushi/63215',
      '窑变 Kiln Change',
      '2025-03-08',
      '2025-10-19 inactive',
      undefined,
      {
        ...gu,
        phone: '143 0531 9082',
        messenger: 'blue-kiln-2',
        email: 'kiln.change@mail.example',
      },
    ],
    [
      'weigou/11730',
      '瓷韵坊 Porcelain Rhyme',
      '2025-06-14',
      undefined,
      undefined,
      {
        ...fan,
        phone: '143 0864 4437',
        email: 'kiln.change2@mail.example',
        messenger: 'blue-kiln-2',
      },
    ],
    [
      'pinlane/24906',
      '青花铺子 Blue Blossom',
      '2025-09-02',
      undefined,
      'weigou/10288',
      { ...fan, phone: '143 0531 6644', email: 'kiln.change3@mail.example' },
    ],
    [
      'jushi/64077',
      '瓷言 Porcelain Says',
      '2025-11-11',
      undefined,
      undefined,
      { ...fan, phone: '143 0186 7258', email: 'kiln.change4@mail.example' },
    ],
  ])
}

/** One company number, typed on every application, under four shop names. */
function northgateWatch(rows: DemoRows): void {
  const company = {
    registrant_name: '北门钟表有限公司',
    registrant_id: socialCreditCode(31_007),
    registrant_kind: 'company',
  }
  addRing(rows, 'northgate-watch', { ...company, category: 'watches', brand: 'Tessimore' }, [
    [
      'weigou/4102',
      '北门表行 Northgate Watch',
      '2023-06-21',
      '2024-04-11 counterfeit',
      undefined,
      { phone: '143 0725 6031' },
    ],
    [
      'weigou/5567',
      '北门时计 Northgate Time',
      '2024-04-30',
      '2025-01-23 counterfeit',
      'weigou/4102',
      { phone: '143 0725 9914', account: 'W-41 •••• 8802', account_scheme: 'wallet' },
    ],
    [
      'jushi/70333',
      '老城表铺 Old Town Watches',
      '2024-08-15',
      '2025-05-28 owner',
      undefined,
      { phone: '143 0338 2471' },
    ],
    [
      'pinlane/33018',
      '时光坊 Time Works',
      '2025-02-06',
      '2025-10-30 counterfeit',
      'weigou/5567',
      { phone: '143 0338 8856', account: 'W-41 •••• 8802', account_scheme: 'wallet' },
    ],
    [
      'jushi/71840',
      '表匠阁 Watchmaker Loft',
      '2025-11-17',
      undefined,
      'pinlane/33018',
      { phone: '143 0952 4403' },
    ],
  ])
}

/** Everything leaves one unit and comes from one works; nobody has seen an account. */
function trefoilKids(rows: DemoRows): void {
  const unit = '棉桥镇纺织路 66 号 4 单元 Mianqiao'
  rows.factory.push({
    factory_id: 'mianqiao',
    name: '棉桥童衣厂 Mianqiao Garments',
    address: '棉桥镇纺织路 70 号 Mianqiao',
    region: 'Mianqiao',
    country: 'CN',
    products: 'children wear',
  })
  const supply = {
    origin_address: unit,
    factory_id: 'mianqiao',
    factory_name: '棉桥童衣厂 Mianqiao Garments',
    category: 'children',
    brand: 'Pimalou',
  }
  addRing(rows, 'trefoil-kids', supply, [
    [
      'pinlane/15520',
      '三叶童装 Trefoil Kids',
      '2023-08-24',
      '2024-05-16 counterfeit',
      undefined,
      { phone: '143 0607 3318', registrant_name: '秦月', registrant_kind: 'person' },
    ],
    [
      'pinlane/16204',
      '小三叶 Little Trefoil',
      '2024-05-22',
      '2024-12-05 counterfeit',
      'pinlane/15520',
      { phone: '143 0607 3319', registrant_name: '秦月', registrant_kind: 'person' },
    ],
    [
      'jushi/52771',
      '棉花糖童衣 Cotton Candy',
      '2024-07-03',
      '2025-06-19 inactive',
      undefined,
      { phone: '143 0607 3318', email: 'trefoil.kids@mail.example' },
    ],
    [
      'weigou/8216',
      '果冻宝贝 Jelly Baby',
      '2024-12-19',
      '2025-07-11 owner',
      'pinlane/16204',
      { phone: '143 0279 4462', email: 'trefoil.kids2@mail.example' },
    ],
    [
      'jushi/53390',
      '豆芽童装 Bean Sprout',
      '2025-02-27',
      '2025-12-02 inactive',
      undefined,
      { phone: '143 0279 4467', email: 'trefoil.kids3@mail.example' },
    ],
    [
      'weigou/8849',
      '彩虹衣橱 Rainbow Closet',
      '2025-07-29',
      undefined,
      'weigou/8216',
      { phone: '143 0279 4462', messenger: 'rainbow-closet' },
    ],
    [
      'pinlane/19073',
      '云朵童衣 Little Cloud',
      '2025-12-15',
      undefined,
      'jushi/53390',
      { phone: '143 0811 5096', messenger: 'rainbow-closet' },
    ],
  ])
}

/** Four shops behind one web domain and one tracking id, all closed. */
function harborAudio(rows: DemoRows): void {
  addRing(rows, 'harbor-audio', { category: 'headphones', brand: 'Auralind' }, [
    [
      'weigou/6630',
      '港湾数码 Harbor Audio',
      '2024-02-02',
      '2024-08-28 counterfeit',
      undefined,
      { domain: 'harbor-audio.example', registrant_name: '方启航', registrant_kind: 'person' },
    ],
    [
      'jushi/44019',
      '海岸声学 Coast Sound',
      '2024-09-10',
      '2025-02-20 counterfeit',
      'weigou/6630',
      {
        domain: 'harbor-audio.example',
        registrant_name: '方启航',
        registrant_kind: 'person',
        phone: '143 0150 2284',
      },
    ],
    [
      'pinlane/37745',
      '听潮数码 Tide Audio',
      '2025-03-03',
      '2025-07-17 inactive',
      'jushi/44019',
      { domain: 'shop.harbor-audio.example', phone: '143 0150 2284' },
    ],
    [
      'jushi/45682',
      '灯塔耳机 Lighthouse',
      '2025-07-25',
      '2025-12-28 counterfeit',
      'pinlane/37745',
      { domain: 'shop.harbor-audio.example', phone: '143 0443 9021' },
    ],
  ])
  for (const shop of ['weigou/6630', 'pinlane/37745', 'jushi/45682']) {
    const [platform, id] = parts(shop)
    rows.link.push({
      platform,
      shop_id: id,
      kind: 'tracking_id',
      value: 'GT-HARBOR77',
      first_seen: '2025-01-15',
    })
  }
}

/** Held by mail boxes and a nominee; the phone that they also share is a registration agent's and counts for nothing. */
function morningDew(rows: DemoRows): void {
  const bai = {
    registrant_name: '白露霜',
    registrant_id: residentId(733, '19901103'),
    registrant_kind: 'person',
  }
  addRing(
    rows,
    'morning-dew',
    { category: 'cosmetics', brand: 'Soleyra', phone: agentPhone, origin_address: hub },
    [
      [
        'jushi/30118',
        '晨露美妆 Morning Dew',
        '2024-04-08',
        '2024-10-22 counterfeit',
        undefined,
        { ...bai, email: 'morning.dew@mail.example' },
      ],
      [
        'jushi/31406',
        '晨露小铺 Dew Corner',
        '2024-11-01',
        '2025-04-15 counterfeit',
        'jushi/30118',
        { ...bai, email: 'morning.dew1@mail.example' },
      ],
      [
        'pinlane/28892',
        '朝颜美妆 Morning Glory',
        '2024-06-26',
        '2025-08-07 inactive',
        undefined,
        { ...bai, messenger: 'zhaoyan-beauty' },
      ],
      [
        'weigou/11052',
        '露华坊 Dew Bloom',
        '2025-04-28',
        '2025-11-05 owner',
        'jushi/31406',
        {
          email: 'morning.dew2@mail.example',
          messenger: 'zhaoyan-beauty',
          account: 'W-63 •••• 5517',
          account_scheme: 'wallet',
        },
      ],
      [
        'weigou/11867',
        '晚香阁 Evening Scent',
        '2025-08-19',
        undefined,
        'pinlane/28892',
        { messenger: 'zhaoyan-beauty', email: 'evening.scent@mail.example' },
      ],
      [
        'jushi/34250',
        '花露堂 Flower Dew',
        '2025-11-13',
        undefined,
        'weigou/11052',
        {
          email: 'evening.scent2@mail.example',
          account: 'W-63 •••• 5517',
          account_scheme: 'wallet',
          messenger: 'hualu-hall',
        },
      ],
    ],
  )
}
