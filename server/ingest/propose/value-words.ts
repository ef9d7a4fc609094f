import type { Field } from '../fields.ts'
import { hasWords, headerWord } from './field-words.ts'

/**
 * Words that tables use for the listed values of fields, in English and Chinese, as {@link headerWord} writes them. Only words that mean one thing: 违规 (a breach of rules) or 侵权 (an infringement) may be
 * a counterfeit or not, and is left for a person to say.
 */
const words: Readonly<Record<string, string>> = {
  counterfeit:
    'fake fakes counterfeits counterfeiting 假货 售假 假冒 假 售卖假货 销售假货 出售假货 制假售假 假冒商品 假冒伪劣 售卖假冒商品 falschung falschungen gefalscht produktfalschung',
  genuine: 'authentic real 正品 真品 真',
  unclear: 'inconclusive 无法鉴定 无法判断 不明',
  pending: '待鉴定 鉴定中 待定',
  owner: 'voluntary closedbyowner byowner 主动关店 自行关店 主动关闭 自行关闭 店主关闭',
  inactive: 'dormant abandoned 长期未登录 不活跃 长期未经营 闲置',
  sold: 'transferred 转让 已转让 店铺转让',
  other: 'others 其他 其它',
  opened: 'new 新开 开店',
  taken_over: 'takeover 接手 受让',
  reinstated: 'reopened restored 恢复 解封',
  person: 'individual naturalperson 个人 自然人',
  company: 'business enterprise corporate corporation 企业 公司',
  shop: 'store 店铺 网店',
  live_room: 'live livestream 直播间 直播',
  page: '主页',
  group: '群 群聊 微信群',
  mini_program: 'miniapp 小程序',
  site: 'website 网站 独立站',
  promoter: 'influencer affiliate 推广者 达人',
  registrant: 'owner 注册人 经营者',
  phone: 'telephone mobile tel 电话 手机 手机号',
  email: 'mail 邮箱',
  messenger: 'wechat qq 微信',
  device: '设备',
  domain: '域名',
  account: 'bankaccount 账号 收款账号 银行账号 支付宝',
  origin: 'shipfrom 发货地 发货地址',
  factory: 'manufacturer 工厂 厂家',
  complaint: '投诉',
  warning: '警告',
  closure: '关店 封店',
  appeal: '申诉',
  takedown: '下架',
  inspection: '检查',
  penalty: 'fine 处罚 罚款',
  raid: '突击检查',
  seizure: '查封 扣押',
  freeze: '冻结',
  judgment: 'judgement 判决',
  upheld: '成立 维持',
  rejected: 'dismissed 驳回',
  same: '同一 相同',
  different: '不同',
  unsure: 'unknown 不确定',
  make: 'production manufacturing 生产 制造',
  finish: '后整 后处理',
  label: 'labelling labeling 贴标',
  store: 'warehouse storage 仓储 仓库',
  pack: 'packing 打包 包装',
  dispatch: 'shipping 发货',
  return: 'returns 退货',
  office: '办公',
}

/** By value as it is typed, the listed value that it is a word for; values that the field takes as they are, and words that are not known, are left out. */
export function meaningsOf(
  type: Field['type'],
  values: readonly string[],
): Readonly<Record<string, string>> {
  if (typeof type === 'string') return {}
  const byWord = new Map(type.flatMap((option) => wordsFor(option).map((word) => [word, option])))
  return Object.fromEntries(
    values.flatMap((value) => {
      const meaning = byWord.get(headerWord(value))
      return meaning === undefined ? [] : [[value, meaning]]
    }),
  )
}

/** What tables call a listed value, besides its own name. */
export function wordsFor(option: string): readonly string[] {
  return words[option]?.split(' ') ?? []
}

/** Words of values that are fields as well, such as a phone, head columns more often than they fill one. */
const onlyValues = new Set(
  Object.entries(words)
    .filter(([option]) => !hasWords(option))
    .flatMap(([option, list]) => [option, ...list.split(' ')]),
)

/** Whether a word stands for a listed value, and for no field of its own. */
export function isValueWord(word: string): boolean {
  return onlyValues.has(word)
}
