import type { NodeKind } from '../domain/graph.ts'
import type { LifeEnded } from '../domain/life.ts'

export type Language = 'en' | 'zh'

/** Every text of the pictures that is not data. */
export interface Words {
  readonly lanesTitle: (ring: string) => string
  readonly networkTitle: (ring: string) => string
  readonly timelineTitle: (ring: string) => string
  readonly untitled: string
  readonly asOf: (date: string) => string
  readonly left: string
  readonly right: string
  readonly noDates: string
  readonly ringName: (name: string, rank: number) => string
  readonly chain: (letter: string) => string
  readonly chainNote: (shops: number, open: number, weakest?: string, joint?: string) => string
  readonly alone: string
  readonly aloneNote: (shops: number, open: number) => string
  readonly cameBack: (probability: string, days?: number) => string
  readonly cameBackLong: (probability: string, days?: number) => string
  readonly oneController: (probability: string) => string
  readonly sharesSupply: (probability: string, imitation: boolean | undefined) => string
  readonly joinsThrough: (chain: string, what: string) => string
  readonly joinsHere: (chain: string, kind: string) => string
  readonly without: (rest: number, shops: number) => string
  readonly shared: (shops: number) => string
  readonly opened: (date: string) => string
  readonly ended: (why: LifeEnded | 'unknown', date: string) => string
  readonly testBuy: (result: string, date: string) => string
  readonly complaint: (date: string) => string
  readonly held: (until: string) => string
  readonly contactsFolded: (count: number) => string
  readonly kinds: Readonly<Record<NodeKind | 'person' | 'company', string>>
  readonly schemes: Readonly<Record<string, string>>
  /** Kinds of contact, by their code. */
  readonly contacts: Readonly<Record<string, string>>
  readonly legend: Readonly<Record<LegendKey, string>>
  readonly leftOut: Readonly<Record<LeftOut, (count: number) => string>>
  /** The lane of the shops that no succession joins. */
  readonly others: string
  readonly events: string
}

export type LegendKey =
  | 'open'
  | 'closed'
  | 'ended'
  | 'cameBack'
  | 'onlyJoin'
  | 'shared'
  | 'testBuy'
  | 'complaint'
  | 'oneController'
  | 'sharesSupply'
  | 'opened'

export type LeftOut = 'shops' | 'values' | 'links' | 'contacts' | 'undated'

const plural = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`

const english: Words = {
  lanesTitle: (ring) => `${ring}: which shop came back as which`,
  networkTitle: (ring) => `${ring}: what its shops share`,
  timelineTitle: (ring) => `${ring}: openings, closures and returns by month`,
  untitled: 'Scene',
  asOf: (date) => `as of ${date}`,
  left: 'registered to, paid into',
  right: 'ships from, made by',
  noDates: 'no opening or closing dates known',
  ringName: (name, rank) => `${name} · rank ${rank}`,
  chain: (letter) => `Chain ${letter}`,
  chainNote: (shops, open, weakest, joint) =>
    `${plural(shops, 'shop')}, ${open} open${weakest ? `, weakest return ${weakest}` : ''}${joint ? `, all returns ${joint}` : ''}`,
  alone: 'No succession known',
  aloneNote: (shops, open) => `${plural(shops, 'shop')}, ${open} open`,
  cameBack: (probability, days) =>
    days === undefined ? probability : `${probability} · ${days} d`,
  cameBackLong: (probability, days) =>
    `came back as · ${probability}${days === undefined ? '' : ` · ${days} d`}`,
  oneController: (probability) => `one controller ${probability}`,
  sharesSupply: (probability, imitation) =>
    `${imitation ? 'imitation' : 'common supply'} ${probability}`,
  joinsThrough: (chain, what) => `${chain} joins the ring through ${what} alone.`,
  joinsHere: (chain, kind) => `${chain} joins the ring through this ${kind} alone.`,
  without: (rest, shops) => `Without it: two rings, ${rest} and ${plural(shops, 'shop')}.`,
  shared: (shops) => `${plural(shops, 'shop')}: 0 bits`,
  opened: (date) => `opened ${date}`,
  ended: (why, date) => `${endedEnglish[why]} ${date}`,
  testBuy: (result, date) => `test buy ${date}: ${result}`,
  complaint: (date) => `complaint ${date}`,
  held: (until) => `on hold until ${until}: do not take down, warn or test-buy`,
  contactsFolded: (count) => `${plural(count, 'contact')} folded`,
  kinds: {
    Shop: 'shop',
    Identity: 'identity',
    Contact: 'contact',
    PaymentAccount: 'account',
    Origin: 'origin',
    Factory: 'factory',
    Place: 'place',
    Ring: 'ring',
    person: 'person',
    company: 'company',
  },
  contacts: {
    phone: 'phone',
    'phone-masked': 'phone, partly hidden',
    email: 'e-mail',
    messenger: 'messenger',
    device: 'device',
    domain: 'web domain',
    tracking_id: 'tracking id',
    wifi: 'Wi-Fi',
    ip: 'IP address',
  },
  schemes: {
    bank: 'bank account',
    bank_card: 'bank card',
    card: 'bank card',
    wallet: 'wallet',
    merchant: 'merchant id',
    merchant_id: 'merchant id',
    processor: 'processor account',
    qr: 'payee code',
  },
  legend: {
    open: 'open',
    closed: 'closed for counterfeit',
    ended: 'ended otherwise',
    cameBack: 'came back as',
    onlyJoin: 'only join',
    shared: 'shared by strangers, 0 bits',
    testBuy: 'test buy (red: counterfeit)',
    complaint: 'complaint',
    oneController: 'one controller',
    sharesSupply: 'common supply or imitation',
    opened: 'opened',
  },
  leftOut: {
    shops: (count) => `${plural(count, 'more shop')} without room here: see the table.`,
    values: (count) => `${plural(count, 'thing')} without a column here: see the graph.`,
    links: (count) => `${plural(count, 'further link')} between these shops not drawn: see Links.`,
    contacts: (count) => `${plural(count, 'contact')} folded.`,
    undated: (count) => `${plural(count, 'shop')} without dates drawn at the left.`,
  },
  others: 'others',
  events: 'All events',
}

const endedEnglish: Record<LifeEnded | 'unknown', string> = {
  counterfeit: 'closed for counterfeit',
  owner: 'closed by its owner',
  inactive: 'closed as inactive',
  sold: 'sold',
  other: 'closed',
  unknown: 'closed',
}

const chinese: Words = {
  lanesTitle: (ring) => `${ring}：哪家店换成了哪家店`,
  networkTitle: (ring) => `${ring}：各店的共同点`,
  timelineTitle: (ring) => `${ring}：按月的开店、关店与重开`,
  untitled: '画面',
  asOf: (date) => `截至 ${date}`,
  left: '登记人与收款账户',
  right: '发货地与工厂',
  noDates: '没有开店或关店日期',
  ringName: (name, rank) => `${name} · 第 ${rank} 位`,
  chain: (letter) => `链 ${letter}`,
  chainNote: (shops, open, weakest, joint) =>
    `${shops} 家店，${open} 家在营${weakest ? `，最弱一次重新出现 ${weakest}` : ''}${joint ? `，全部成立 ${joint}` : ''}`,
  alone: '无已知接续',
  aloneNote: (shops, open) => `${shops} 家店，${open} 家在营`,
  cameBack: (probability, days) =>
    days === undefined ? probability : `${probability} · ${days} 天`,
  cameBackLong: (probability, days) =>
    `重新开店 · ${probability}${days === undefined ? '' : ` · ${days} 天`}`,
  oneController: (probability) => `同一控制人 ${probability}`,
  sharesSupply: (probability, imitation) => `${imitation ? '模仿' : '共用货源'} ${probability}`,
  joinsThrough: (chain, what) => `${chain} 仅凭 ${what} 并入店群。`,
  joinsHere: (chain, kind) => `${chain} 仅凭这一${kind}并入店群。`,
  without: (rest, shops) => `去掉它：分成两个店群，${rest} 家与 ${shops} 家。`,
  shared: (shops) => `${shops} 家店共用：0 比特`,
  opened: (date) => `${date} 开店`,
  ended: (why, date) => `${date} ${endedChinese[why]}`,
  testBuy: (result, date) => `${date} 取证购买：${result}`,
  complaint: (date) => `${date} 投诉`,
  held: (until) => `暂缓处置至 ${until}：不得下架、警告或试购`,
  contactsFolded: (count) => `已折叠 ${count} 个联系方式`,
  kinds: {
    Shop: '店铺',
    Identity: '主体',
    Contact: '联系方式',
    PaymentAccount: '账户',
    Origin: '发货地',
    Factory: '工厂',
    Place: '场所',
    Ring: '店群',
    person: '个人',
    company: '公司',
  },
  contacts: {
    phone: '电话',
    'phone-masked': '电话（部分隐藏）',
    email: '邮箱',
    messenger: '即时通讯',
    device: '设备',
    domain: '域名',
    tracking_id: '统计代码',
    wifi: 'Wi-Fi',
    ip: 'IP 地址',
  },
  schemes: {
    bank: '银行账户',
    bank_card: '银行卡',
    card: '银行卡',
    wallet: '钱包',
    merchant: '商户号',
    merchant_id: '商户号',
    processor: '支付机构账户',
    qr: '收款码',
  },
  legend: {
    open: '在营',
    closed: '因售假关店',
    ended: '其他原因结束',
    cameBack: '重新开店',
    onlyJoin: '唯一连接',
    shared: '多方共用，0 比特',
    testBuy: '取证购买（红：假货）',
    complaint: '投诉',
    oneController: '同一控制人',
    sharesSupply: '共用货源或模仿',
    opened: '开店',
  },
  leftOut: {
    shops: (count) => `另有 ${count} 家店此处放不下：见表格。`,
    values: (count) => `${count} 项此处没有位置：见网络图。`,
    links: (count) => `这些店之间另有 ${count} 条关联未画出：见“连接”。`,
    contacts: (count) => `已折叠 ${count} 个联系方式。`,
    undated: (count) => `${count} 家店没有日期，画在左侧。`,
  },
  others: '其余',
  events: '全部事件',
}

const endedChinese: Record<LifeEnded | 'unknown', string> = {
  counterfeit: '因售假关店',
  owner: '店主自行关店',
  inactive: '因停业关店',
  sold: '转让',
  other: '关店',
  unknown: '关店',
}

export const words: Readonly<Record<Language, Words>> = { en: english, zh: chinese }
