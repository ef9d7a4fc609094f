import i18next, { type TFunction } from 'i18next'

import { codeText } from '../filter/value-text.ts'
import { pastText } from '../marks/past-text.ts'
import type { StepName } from '../scene/history.ts'

/** What a step did, as a sentence, with the past that it asked for. */
export function stepText(t: TFunction, name: StepName): string {
  const step = sentence(t, name)
  if (!('past' in name) || name.past === undefined) return step
  return t('past.step', { step, when: pastText(t, name.past) })
}

function sentence(t: TFunction, name: StepName): string {
  switch (name.code) {
    case 'layout':
      return layoutText(t, name.layout)
    case 'decided':
      return t(`history.decided${name.verdict}`, { a: name.a, b: name.b })
    case 'roleStated':
    case 'roleWithdrawn':
      return t(`history.${name.code}`, { name: name.name, role: t(`roleNames.${name.role}`) })
    case 'expandedBy':
      return t('history.expandedBy', { name: name.name, type: t(`kindsMany.${name.kind}`) })
    case 'committed':
      return t('history.committed', { name: name.name, left: name.left })
    case 'hid':
    case 'gathered':
      return t(`history.${name.code}`, { count: name.count })
    case 'hidOthers':
    case 'shownAgain':
    case 'pinned':
    case 'unpinned':
    case 'moved':
      return t(`select.${name.code}`, { count: name.count })
    case 'hidLink':
      return t('walk.hidLink')
    case 'collapsed':
      return t('walk.collapsed', { name: name.name })
    case 'brought':
      return t('walk.brought', { from: name.from, to: name.to, count: name.hops })
    case 'asOf':
      return name.date === undefined ? t('walk.asOfRun') : t('walk.asOf', { date: name.date })
    case 'knownAt':
      return t('past.movedTo', { when: pastText(t, { knownAt: name.moment }) })
    case 'now':
      return t('past.left')
    case 'cleared':
    case 'filterCleared':
      return t(`walk.${name.code}`, { count: name.count })
    case 'window':
      return t('time.windowSet', { ...name.window })
    case 'windowCleared':
      return t('time.windowCleared')
    case 'sense':
      return t(`time.set${name.sense}`)
    case 'filtered':
      return filteredText(t, name)
    case 'filterDates':
      return t('time.filterDates', { from: name.from ?? '…', to: name.to ?? '…' })
    default:
      return t(`history.${name.code}`, { name: name.name })
  }
}

const layoutIds = {
  lanes: 'history.layoutlanes',
  force: 'history.layoutforce',
  map: 'layouts.layoutmap',
  split: 'layouts.layoutsplit',
  table: 'table.layouttable',
} as const

function layoutText(t: TFunction, layout: keyof typeof layoutIds): string {
  return t(layoutIds[layout])
}

/** So many values of a filter are named in one sentence. */
const namedMost = 2

function filteredText(
  t: TFunction,
  { out, back }: { readonly out: readonly string[]; readonly back: readonly string[] },
): string {
  const named = (codes: readonly string[]) => {
    const names = codes.slice(0, namedMost).map((code) => codeText(t, code, i18next.language))
    const more = codes.length - names.length
    return more === 0
      ? names.join(t('shell.comma'))
      : t('time.andMore', { names: names.join(t('shell.comma')), count: more })
  }
  if (out.length === 0) return t('time.filterBack', { values: named(back) })
  return t('time.filterOut', { values: named(out) })
}
