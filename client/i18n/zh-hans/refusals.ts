import type { Problem, RefusalCode, RefusalValues } from '../../../server/contract/problem.ts'
import { datasetSentences } from './dataset-refusals.ts'
import { leads } from './leads.ts'
import { stamp } from './stamp.ts'

type Sentences = { readonly [C in RefusalCode]: (values: RefusalValues[C]) => string }

/** 拒绝的中文说明；不认识的代码返回 undefined，由英文原文代替。 */
export function chineseRefusal(refusal: NonNullable<Problem['refusal']>): string | undefined {
  const sentence = Object.entries(sentences).find(([code]) => code === refusal.code)?.[1]
  // 代码决定取值的形状：两者来自同一张表。
  return sentence === undefined ? undefined : (sentence as Say)(refusal.values)
}

type Say = (values: NonNullable<Problem['refusal']>['values']) => string

const state = (name: string) => named(leads.leadStates, name)
const kind = (name: string) => named(leads.outcomeKinds, name)
const places = (all: readonly string[]) => (all.length === 0 ? '（无处）' : all.join('、'))

function fileNamed({ file, dataset }: { readonly file: string; readonly dataset: string }): string {
  return `${dataset === '' ? '' : `数据集“${dataset}”的`}证据文件“${file}”`
}

function named(names: Readonly<Record<string, string>>, name: string): string {
  return names[name] ?? name
}

/** 证据类别。 */
const families: Readonly<Record<string, string>> = {
  who: '登记信息',
  contact: '联系方式',
  money: '资金去向',
  place: '货物来源',
  catalogue: '展示内容',
  time: '时间先后',
  test_buy: '购样',
  event: '事件记录',
  supply: '供货',
  nothing: '没有任何依据',
}

const sentences: Sentences = {
  ...datasetSentences,
  'lead-stays': ({ from }) => `线索为“${state(from)}”，不再变动；如需继续，请起草新版本。`,
  'lead-step-elsewhere': ({ from, to, ways }) =>
    `线索为“${state(from)}”，下一步只能是${ways.map((way) => `“${state(way)}”`).join('、')}，不能是“${state(to)}”。`,
  'lead-own-approval': ({ author }) => `本线索由${author}起草，不能由其本人批准，须由另一人批准。`,
  'lead-reason-missing': ({ to }) => `将线索改为“${state(to)}”须说明理由，请填写。`,
  'lead-sealed-by-saying': ({ to }) =>
    `“${state(to)}”须通过封存本线索或其下一版本实现，不能直接标记。`,
  'lead-not-a-draft': ({ id, state: own }) =>
    `${id}为“${state(own)}”，不能再修改；请先退回起草人。`,
  'lead-not-left': ({ id }) => `${id}尚未封存；请直接修改，不必起草新版本。`,
  'lead-version-there': ({ id }) => `${id}已存在，请在其上继续。`,
  'lead-ring-gone': ({ ring, run }) =>
    `第${run}次运行中已没有${ring}；可用命令 revenant ring ${ring} --history 查看其去向。`,
  'outcome-too-early': ({ state: own }) => `线索为“${state(own)}”，移送之前不会有结果。`,
  'outcome-without-number': ({ kind: own }) => `“${kind(own)}”缺少数量或价值，请填写。`,
  'outcome-unknown': ({ id }) => `本线索没有编号为${id}的结果。`,
  'outcome-own-entry': ({ by }) => `该结果由${by}录入，须由另一人核对。`,
  'dataset-territory-unsaid': ({ dataset, places: may, to }) =>
    `数据集“${dataset}”只可提供至${places(may)}，而未说明${to}所在国家；请填写国家代码（如CN）。`,
  'dataset-may-not-go': ({ dataset, places: may, to, territory }) =>
    `数据集“${dataset}”只可提供至${places(may)}，不得提供至${to}所在的${territory}；请另选接收方，或不载入该数据集。`,
  'file-territory-unsaid': ({ places: may, to, ...file }) =>
    `${fileNamed(file)}只可提供至${places(may)}，而未说明${to}所在国家；请填写国家代码（如CN）。`,
  'file-may-not-go': ({ places: may, to, territory, ...file }) =>
    `${fileNamed(file)}只可提供至${places(may)}，不得提供至${to}所在的${territory}；请另选接收方，或更正该文件（${file.sha}）可提供的范围。`,
  'lead-unsupported': ({ ring }) =>
    `${ring}不能封存：现有记录不足以支持任何一项陈述；请重新载入其数据并重新运行。`,
  'lead-one-kind': ({ ring, kind: own }) =>
    `${ring}不能封存：仅依据一类证据（${families[own] ?? own}），而线索须有两类相互独立的证据；购样、包裹或另一项共同记录可作为第二类。`,
  'lead-no-right': ({ ring }) =>
    `${ring}不能封存：未附任何注册权利，无从核对涉及何人的权利。请载入right类的行；指明该权利的购样、与其标识相同的店铺或商品品牌会将其附上，也可在草稿中指明其编号。`,
  'lead-one-place': ({ id }) =>
    `${id}不能拆分：在案地点均在同一省份，或省份未知；可用命令 revenant lead route ${id} 查看。`,
  'lead-split-already': ({ id }) =>
    `${id}已经拆分，各条线索均已存在；可用命令 revenant lead show ${id} 查看。`,
  'lead-shops': ({ ring, shops }) =>
    shops.length === 0
      ? `关于${ring}的线索至少须有其一家店铺。`
      : `${shops.join('、')}不是${ring}的店铺；一条线索只涉及一个店群。`,
  'stamp-off': () =>
    '未指定时间戳机构，没有发送任何内容；请以 --time-stamp URL 或 REVENANT_TIME_STAMP 指定。',
  'stamp-failed': ({ id, url, reason, detail }) =>
    `${id}已封存，但无时间戳：${url}${stamp.stampReasons[reason]}（${detail}）。可稍后再次申请。`,
  'right-unknown': ({ rights }) =>
    `记录中没有编号为${rights.join('、')}的权利；请载入相应的right类行，或改填已有的编号（right_id，或“数据集/right_id”）。`,
}
