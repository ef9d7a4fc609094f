import type { ClaimWords } from './en-claims.ts'

const clearedAs = { acquitted: '无罪', not_prosecuted: '不起诉', unfounded: '查无实据' } as const

/** 线索所主张的事项与不利于主张的事项。 */
export const chineseClaims: ClaimWords = {
  channel: {
    registrant: '登记主体',
    id_number: '证件号码',
    phone: '电话',
    email: '电子邮箱',
    messenger: '即时通讯账号',
    device: '设备',
    domain: '网站域名',
    tracking_id: '统计代码',
    network: '网络',
    account: '收款账户',
    origin: '发货地',
    factory: '工厂',
    name: '店铺名称',
    images: '商品图片',
    titles: '商品标题',
    brands: '商品品牌',
    prices: '商品价格',
  },
  ended: {
    counterfeit: '原因：售假',
    owner: '由店主自行关闭',
    inactive: '原因：长期不活跃',
    sold: '原因：店铺转让',
    other: '原因：其他',
  },
  shared: {
    REGISTERED_TO: (shops, thing) => `${shops}登记在${thing}名下。`,
    REACHED_AT: (shops, thing) => `${shops}的联系方式同为${thing}。`,
    PAID_INTO: (shops, thing) => `${shops}的款项进入账户${thing}。`,
    SHIPS_FROM: (shops, thing) => `${shops}从${thing}发货。`,
    SUPPLIED_BY: (shops, thing) => `${shops}由${thing}供货。`,
  },
  event: {
    complaint: '投诉',
    warning: '警告',
    notice_served: '送达通知',
    closure: '关闭',
    appeal: '申诉',
    reinstated: '恢复',
    takedown: '下架',
    inspection: '检查',
    penalty: '处罚',
    site_visit: '实地走访',
    raid: '查处行动',
    seizure: '扣押',
    customs_detention: '海关扣留',
    freeze: '冻结资金',
    judgment: '判决',
    outcome: '处理结果',
  },
  result: {
    upheld: '成立',
    rejected: '不成立',
    counterfeit: '假冒',
    genuine: '正品',
    unclear: '无法判断',
    pending: '待定',
  },
  list: (items) => items.join('、'),
  heldBy: (holders) => `全部数据中共有${holders}家店铺与之相关。`,
  ring: (name, size, steps, weakest) =>
    `${size}家店铺组成团组“${name}”，由${steps}个环节（每个环节指其中两家同属一处）相连，最弱环节的概率为${weakest}。`,
  part: (shops, steps, weakest) =>
    `${shops}同属一处，由${steps}个环节（每个环节指其中两家同属一处）相连，最弱环节的概率为${weakest}。`,
  closed: (shop, on, why) => `${shop}于${on}被关闭${why === '' ? '' : `，${why}`}。`,
  closedUndated: (shop, why) =>
    `${shop}已被关闭${why === '' ? '' : `，${why}`}；没有记录载明日期。`,
  cameBackAfter: (closed, later, days) => `${closed}关闭${days}天后以${later}重新出现。`,
  cameBackBefore: (closed, later, days) =>
    `${closed}由${later}延续，后者在前者关闭前${days}天开设。`,
  cameBack: (closed, later) => `${closed}以${later}重新出现。`,
  whichClosure: (on, closures) => `其记录在案的${closures}次关闭中，此处指${on}的一次。`,
  begun: {
    activity: (later, on) => `${later}的账号注册更早；时间自${on}首次出现经营迹象起计算。`,
    handover: (later, on) =>
      `${later}开设更早；时间自${on}起计算，自该日起其登记主体和联系方式均已更换。`,
    sighting: (later, on) => `${later}的开店时间无记录；时间自${on}首次发现起计算。`,
  },
  sameController: (a, b) => `${a}与${b}由同一控制者经营。`,
  sharesSupply: (a, b) => `${a}与${b}由同一供货方供货，或一方为另一方分销。`,
  testBuy: (shop, on, found, by) =>
    `于${on}向${shop}下单的购样：${found}${by === '' ? '' : `，鉴定方：${by}`}。`,
  cleared: ({ shop, lead, kind, on, count, source, verified }) =>
    `此前关于${shop}的线索${lead}于${on}的结果为：${clearedAs[kind]}${count === 0 ? '' : `，${count}人`}（${source}；${verified ? '已由第二人与文书核对' : '尚未由第二人与文书核对'}）。`,
  right: ({ mark, number, office, holder }) =>
    `有权利记录：${office}注册号${number}${mark === '' ? '' : `，标识“${mark}”`}，权利人${holder}。`,
  authorised: ({ shop, right, from, to, territory, byName }) =>
    `记录显示${shop}获授权经营“${right}”项下商品${territory === '' ? '' : `（地域${territory}）`}，自${from || '不详之日'}至${to || '不详之日'}${byName ? '；该行以名称相同的主体列出，未给出标识键' : ''}。`,
  happened: (what, on, by, outcome) =>
    `${on} ${what}${by === '' ? '' : `（${by}）`}${outcome === '' ? '' : `，结果：${outcome}`}`,
  onRecord: (shop, happenings) => `${shop}的记录：${happenings.join('；')}。`,
  supply: (target, shops, counts) => `${shops}的货物可能来自${target}：${counts}。`,
  supplyCounts: (parcels, testBuys, links) =>
    `${parcels}个包裹、${testBuys}次购样、${links}条已载明的关联指向该处`,
  role: {
    make: '在此生产',
    finish: '在此加工',
    label: '在此贴标',
    store: '在此存放货物',
    pack: '在此打包',
    dispatch: '包裹由此发出',
    return: '退货寄往此处',
    office: '在此设有办公室',
    none: '有人在此',
  },
  basis: {
    registered: '据登记',
    printed: '据包裹所印',
    reported: '据他人所述',
    observed: '据现场所见',
  },
  place: (name, uses) => `关于${name}的记录：${uses.join('；')}。`,
  placeUse: (what, basis, days, records) =>
    `${what}，${basis}${days === '' ? '' : `，${days}`}（${records}条记录）`,
  placeUnseen: '本线索中没有记录表明有人到场看过。',
  channelsAgainst: (channels) => `以下比对项的值不同或不利于该主张：${channels}。`,
  gap: (days) => `两者的时间间隔不利于该主张：${days}天。`,
  together: '两店曾同时在营，不利于该主张。',
  maySupply: (a, b, probability) =>
    `两店可能由同一供货方供货：${a}与${b}的发货地和商品相符，也可能是因为同一供货方供货，或一方为另一方分销，而无人同时经营两店：概率${probability}。`,
  mayImitate: (a, b, probability) =>
    `其中一店可能只是模仿另一店：${a}与${b}展示的内容一致，而发货地与供货方无一相符：概率${probability}。`,
  rival: (closed, rival, probability) => `${closed}也可能以${rival}重新出现：概率${probability}。`,
  notReturned: (closed, probability) =>
    `${closed}也可能尚未以任何已知店铺重新出现：概率${probability}。`,
  tooEarly: (closed) => `${closed}关闭时间尚短，多数重新出现者此时尚未出现，结论为时过早。`,
  standsAlone: (what, threshold) =>
    `该主张仅依赖一个比对项（${what}）：去掉它，概率即低于${threshold}。`,
  denied: (by, on, because) => `${by}于${on}判定两者不同${because === '' ? '' : `：${because}`}。`,
  hub: (target, strangers) => `${target}还服务于团组以外的${strangers}家店铺。`,
  weakPath: (from, to, records) => `路径中最弱的一步（${from}至${to}）依据${records}条记录。`,
}
