import type { Messages } from '../en/messages.ts'

/** 证据文件的文字。 */
export const evidence: Messages['evidence'] = {
  title: '证据文件',
  none: '尚无人提交与此有关的文件。',
  omitted_one: '另有{{count}}个文件未显示。',
  omitted_other: '另有{{count}}个文件未显示。',
  add: '添加文件',
  explain: '文件按原样保存于其SHA-256之下。此处所述将记入保管记录，不能撤回。',
  file: '文件',
  by: '您的姓名',
  place: '收集地点',
  method: '收集方法',
  grade: '评级，如B2',
  transactionEnd: '交易完成日期',
  mayGoTo: '仅可送往的国家或地区，如CN、HK',
  goesNowhere: '不得外送',
  goesTo: '仅可送往{{places}}',
  other: '格式不明也予以保存',
  send: '提交',
  sending: '正在发送…',
  needsFile: '需要文件和您的姓名；评级为字母A–F加数字1–6，国家或地区为两个大写字母',
  copy: '取得{{name}}的副本',
  why: '副本用途',
  take: '取得副本',
  needsBoth: '需要您的姓名和理由',
}

/** 文件的保存状态。 */
export const evidenceStates: Messages['evidenceStates'] = {
  kept: '保存至{{until}}',
  due: '自{{until}}后可以销毁',
  held: '已冻结保存',
  open_case: '因未结案件保存',
  undated: '保存中；交易完成日期不明',
  destroyed: '已销毁',
}
