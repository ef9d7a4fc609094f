import type { TFunction } from 'i18next'

import type { StepName } from '../scene/history.ts'

/** What a step did, as a sentence. */
export function stepText(t: TFunction, name: StepName): string {
  switch (name.code) {
    case 'layout':
      return layoutText(t, name.layout)
    case 'decided':
      return t(`history.decided${name.verdict}`, { a: name.a, b: name.b })
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
    case 'cleared':
    case 'filterCleared':
      return t(`walk.${name.code}`, { count: name.count })
    default:
      return t(`history.${name.code}`, { name: name.name })
  }
}

const layoutIds = {
  lanes: 'history.layoutlanes',
  force: 'history.layoutforce',
  map: 'map.layoutmap',
  split: 'map.layoutsplit',
  table: 'table.layouttable',
} as const

function layoutText(t: TFunction, layout: keyof typeof layoutIds): string {
  return t(layoutIds[layout])
}
