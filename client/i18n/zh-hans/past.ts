import type { Messages } from '../en/messages.ts'

export const past: Messages['past'] = {
  note: '截至 {{date}}：不含此后日期的内容。',
  step: '{{step}}（截至 {{date}}）',
  toRun: '回到运行日期 {{date}}',
  toNow: '按现在的记录',
  search: '搜索截至 {{date}} 的记录',
  searched: '截至 {{date}} 的结果，按当时的名称',
  searchedNothing: '{{date}} 当天没有含“{{q}}”的记录。',
  searchNow: '改为按运行日期 {{date}} 搜索',
  searchToday: '改为搜索现在的记录',
  notThere: '{{date}} 当天没有关于{{name}}的记录。',
  firstHeard: '最早的记录日期为 {{date}}。',
  toFirst: '转到 {{date}}',
  nothingNew: '{{date}} 当天与它相连的内容已全部在画面中',
  noNeighbors: '{{date}} 当天没有与它相连的内容。',
  staged: '为 {{date}} 当天的内容。',
  paths: '截至 {{date}}：只经过当时已见到的关系；关联仍以本次运行的结果为准。',
}
