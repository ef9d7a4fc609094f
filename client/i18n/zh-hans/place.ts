import type { Messages } from '../en/messages.ts'

export const place: Messages['place'] = {
  title: '场所',
  notSeen: '无人到场看过',
  noUse: '没有记录说明在此做什么',
  sameAs: '视为同一场所：{{names}}（比特）',
  omitted_one: '另有 {{count}} 条关系或记录未读取',
  omitted_other: '另有 {{count}} 条关系或记录未读取',
  more_one: '另有 {{count}} 处场所',
  more_other: '另有 {{count}} 处场所',
}

export const placeRoles: Messages['placeRoles'] = {
  make: '生产',
  finish: '加工',
  label: '贴标',
  store: '仓储',
  pack: '打包',
  dispatch: '发货',
  return: '退货',
  office: '办公',
  none: '有人在此',
}

export const placeBases: Messages['placeBases'] = {
  registered: '据登记',
  printed: '据包裹所印',
  reported: '据他人所述',
  observed: '据现场所见',
}

export const placeVisits: Messages['placeVisits'] = {
  site_visit: '现场走访',
  inspection: '检查',
  raid: '突击检查',
  seizure: '查扣',
}

export const placeResults: Messages['placeResults'] = {
  upheld: '成立',
  rejected: '驳回',
  counterfeit: '假货',
  genuine: '正品',
  unclear: '不明',
}
