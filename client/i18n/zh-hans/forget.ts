import type { Messages } from '../en/messages.ts'

export const forget: Messages['forget'] = {
  about:
    '从图中、从当时所知的内容以及存储的字节中彻底删除。除非再次导入仍含有这些内容的文件，否则无法恢复。',
  demoCannot: '演示数据不会改动。请先导入您自己的数据。',
  what: '要彻底删除的内容',
  thing: '某个对象或某条记录',
  dataset: '某数据集中已失效的内容',
  thingName: '键、店铺的“平台/编号”，或记录的 SHA-256',
  datasetName: '数据集名称',
  datasetNote: '只删除已被取代或撤回的内容；现行内容保留。要全部删除，请先撤回该数据集。',
  look: '查看将被删除的内容',
  erased: '将删除的记录版本',
  ofDataset: '来自数据集 {{dataset}}',
  leaves: '将离开图',
  relation: '关系：{{type}}',
  leavesNone: '无：其他记录有相同内容。',
  leavesAlone: '无：这些内容已不再计入。',
  kept_one: '记录提到的 {{count}} 个对象仍保留，因为其他记录也提到它。',
  kept_other: '记录提到的 {{count}} 个对象仍保留，因为其他记录也提到它们。',
  stays: '提到它且会保留的',
  staysNote: '先前运行所引用的关联、文书、判定、隔离行、证据文件和备份都不改动。',
  cannot: '目前不能删除',
  reason: '理由类别',
  reasonNone: '请选择',
  because: '具体理由',
  becauseNote: '此说明会留存：请勿写姓名，也不要写被删除的内容。',
  by: '您的姓名',
  confirm: '请输入以确认：',
  erase: '彻底删除',
  needs: '需要理由类别、具体理由、姓名，以及上面所示的名称。',
  done: '已删除 {{versions}} 个记录版本。关联和店群将在下次运行时更新。',
  toRuns: '前往运行页',
  list: '此处已删除的记录',
  listNone: '尚无。只留存删除一事、由谁、为何，从不留存删除了什么。',
  at: '时间',
  ofWhat: '对象',
  versions: '版本数',
  becauseShort: '理由',
  byShort: '经手人',
  broken: '中断',
  page: '彻底删除…',
}

export const forgetReasons: Messages['forgetReasons'] = {
  erasure_request: '本人要求',
  retention_ended: '保存期限已满',
  unlawful: '本不应收集',
  mistaken: '关于他人或有误',
  ordered: '法院或主管机关命令',
}

export const forgetWhat: Messages['forgetWhat'] = {
  dataset: '某数据集已失效的内容',
  record: '一条记录',
  node: '提到某对象的全部内容',
}

export const forgetStays: Messages['forgetStays'] = {
  note: '备注',
  hold: '暂缓处置',
  case: '案件',
  scene: '已保存的场景',
  role: '所述角色',
  lead: '线索',
  decision: '判定',
  ruling: '对取值的认定',
  run: '运行（可能引用）',
  evidence: '证据文件',
}
