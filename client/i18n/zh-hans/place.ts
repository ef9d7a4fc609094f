import type { Messages } from '../en/messages.ts'

export const place: Messages['place'] = {
  title: '场所',
  roles: {
    make: '生产',
    finish: '加工',
    label: '贴标',
    store: '仓储',
    pack: '打包',
    dispatch: '发货',
    return: '退货',
    office: '办公',
    none: '有人在此',
  },
  bases: {
    registered: '据登记',
    printed: '据包裹所印',
    reported: '据他人所述',
    observed: '据现场所见',
  },
  visits: {
    site_visit: '现场走访',
    inspection: '检查',
    raid: '突击检查',
    seizure: '查扣',
  },
  results: {
    upheld: '成立',
    rejected: '驳回',
    counterfeit: '假货',
    genuine: '正品',
    unclear: '不明',
  },
  notSeen: '无人到场看过',
  noUse: '没有记录说明在此做什么',
  sameAs: '视为同一场所：{{names}}（比特）',
  omitted_one: '另有 {{count}} 条关系或记录未读取',
  omitted_other: '另有 {{count}} 条关系或记录未读取',
  more_one: '另有 {{count}} 处场所',
  more_other: '另有 {{count}} 处场所',
}
