import type { MoneyWords } from './en-money.ts'

const inForce = {
  yes: '运行当日有效',
  no: '运行当日无效',
  unknown: '缺少日期，是否有效不详',
} as const

/** 权利与金额。 */
export const chineseMoney: MoneyWords = {
  heading: '7  权利与金额',
  rights: '所涉注册权利',
  rightsIntro:
    '按权利人各行所载列出，未向注册机关查证。获授权者可以经营该商品；团组中获授权的店铺同时列于第3节。',
  right: '权利',
  holder: '权利人、类别',
  validity: '有效期',
  because: '列入本线索的原因',
  authorisedTitle: '获授权经营者',
  noOneAuthorised: '记录中无人',
  validFromTo: (from, to, state) => `${from}至${to}，${inForce[state]}`,
  byTestBuys: (count) => `${count}次购样指明该权利`,
  byBrand: (shops, listings) => `其标识为${shops}家店铺、${listings}件商品的品牌`,
  byAuthor: '由线索作者指明',
  party: (party, territory, from, to) =>
    `${party}${territory === '' ? '' : `，${territory}`}（${from}至${to}）`,
  ofTheRing: '【团组店铺】',
  byNameOnly: '（仅名称相同）',
  moreParties: (count) => `另有${count}家，见rights.csv`,
  summaryAuthorised: (shops) =>
    `记录显示以下店铺获授权经营所涉权利项下的商品：${shops}。此为有利于该店铺的情况，见第3节和第7节。`,
  amounts: '店铺销售收入',
  none: '没有记录说明团组店铺的销售额。金额不详，亦不作估计。',
  basis: [
    '金额为各行所载收入，扣除退款和疑似刷单。低值：仅计已载明退款和刷单的订单数据。中值：计订单数据和公开销量，扣除已载明的退款和刷单。高值：计全部各行（含估计），仅扣除已载明的退款。',
    '各行重叠时，以来源最可靠者计，其余至多计入高值。“不详”不等于零。整店数据可能包含其他商品。未作汇率折算。',
  ],
  shop: '店铺',
  rightAndPeriod: '权利、期间',
  low: '低值',
  likely: '中值',
  high: '高值',
  cost: '进货成本',
  note: '依据',
  noRight: '无已知权利',
  unknownCurrency: '币种未载明：不计入合计',
  inCurrency: (currency) => `币种：${currency}`,
  total: '合计',
  gain: (gain) => `中值减成本：${gain}`,
  gainUnknown: '中值减成本：不详（部分商品成本不详）',
  unknown: '不详',
  bases: (orders, counters, estimates) =>
    [
      orders === 0 ? '' : `订单${orders}项`,
      counters === 0 ? '' : `公开销量${counters}项`,
      estimates === 0 ? '' : `估计${estimates}项`,
    ]
      .filter(Boolean)
      .join('，'),
  setAside: (count) => `重叠${count}项`,
  without: (refunds, brushing) =>
    [refunds === 0 ? '' : `${refunds}项未载退款`, brushing === 0 ? '' : `${brushing}项未载刷单`]
      .filter(Boolean)
      .join('，'),
  authorised: { none: '', part: '可能曾获授权：仅计入高值合计', whole: '获授权：不计入合计' },
  silent: (count, shops) => `没有记录说明以下${count}家店铺的销售额：${shops}。`,
  unread: (count) => `有${count}行销售数据无法读出金额，未计入。`,
  references: '参考数值',
  referencesIntro:
    '以下为运行当日有效的配置数值，仅供参考，不是法律意见；金额是否达到某一数值，并不表示由此产生任何后果。请予核实。',
  figure: '数值',
  amount: '金额',
  text: '文本、施行日期、出处',
  compared: '该数值',
  reachedBy: {
    low: '不高于低值',
    likely: '不高于中值，高于低值',
    high: '不高于高值，高于中值',
    none: '高于三个数值',
    unknown: '无可比较的记录',
  },
}
