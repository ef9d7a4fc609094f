import type { EvidenceWords } from './en-evidence.ts'

/** 线索中关于证据文件和货物的语句。 */
export const chineseEvidence: EvidenceWords = {
  files: '证据文件',
  filesIntro:
    '除另有说明外，文件均按接收时的原样附于其SHA-256之下，旁附meta.json。custody.ndjson载明其后的保管经过，可用verify-custody.mjs核验。',
  collected: (by, when, where) =>
    `收集人：${by}${when === '' ? '' : `，${when}`}${where === '' ? '' : `，${where}`}。`,
  about: (things) => `涉及：${things}。`,
  list: (items) => items.join('；'),
  between: '',
  row: (source) => `${source}中的一行`,
  parcel: (number) => `包裹${number}`,
  testBuy: (number) => `购样${number}`,
  mayGoTo: (places) => `仅可送往${places.join('、')}。`,
  graded: (grade) => `评级${grade}。`,
  absent: {
    too_large: '未附：会使本包过大，请凭其SHA-256索取。',
    destroyed: '未附：保存期满后已销毁。',
    lost: '未附：文件内容缺失。',
  },
  absentFiles: (count) => `有${count}个证据文件列出而未附，原因见evidence-list.csv。`,
  withheldFiles: (count) => `有${count}个证据文件同时涉及团组以外的店铺或个人，未列入。`,
  unseenFiles: (count) => `有${count}个证据文件仅供主管机关查阅，未列入，因文件内部无法隐去内容。`,
  goods: '货物',
  standings: {
    verified: (on) => `经鉴定为假货，${on}购样`,
    earlier: (on) => `曾鉴定为假货，${on}购样，距封存逾90天`,
    genuine: (on) => `鉴定为正品，${on}购样`,
    open: () => '已购样，尚无结论',
    closed: () => '未检验；因售假被关闭',
    inferred: () => '仅由团组推得',
    untested: () => '未检验',
  },
  actOn: (count, names) =>
    `${count}家店铺的货物经封存前90天内的购样鉴定为假货：${names}。仅请求对上述店铺采取措施。`,
  actOnNone:
    '没有在营店铺的货物经封存前90天内的购样鉴定为假货。不请求对任何店铺采取措施，请求的是先行检验。',
  toTest: (_count, names) =>
    `以下店铺应先行检验，因没有封存前90天内的购样说明其所售货物：${names}。`,
  moreInShops: (count) => `另有${count}家，见第5节`,
}
