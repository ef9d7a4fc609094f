import type { BareEdge } from '../../server/contract/graph.ts'
import type { Language } from '../../server/picture/words.ts'
import { edgesOut as relations } from '../i18n/en/words.ts'
import { edgesOut as relationsChinese } from '../i18n/zh-hans/words.ts'
import type { Sense } from '../scene/beginnings.ts'

/** Texts of the canvas that are not part of a picture. */
export interface GraphWords {
  readonly canvas: (ring: string) => string
  readonly nodes: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly fit: string
  readonly noWebgl: string
  readonly lost: string
  readonly links: (count: number) => string
  readonly linksBetween: (count: number) => string
  readonly status: Readonly<Record<'open' | 'closed' | 'none', string>>
  readonly registeredTo: (name: string) => string
  readonly relation: (from: string, type: BareEdge['type'], to: string) => string
  readonly notYet: Readonly<Record<Sense, string>>
  /** Of what had not been loaded by the moment whose knowledge is shown. */
  readonly notLoaded: string
  readonly outside: string
}

const english: GraphWords = {
  canvas: (ring) => `${ring}: arrow keys walk, Enter selects, Shift+Enter expands`,
  nodes: 'Things on the canvas',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit all',
  noWebgl:
    'This browser gives no WebGL, so the picture is drawn without it: everything can be selected, nothing can be moved.',
  lost: 'The graphics of this browser were reset; the picture was drawn again.',
  links: (count) => `${count} ${count === 1 ? 'link' : 'links'}`,
  linksBetween: (count) => `${count} links between these two shops: the menu fans them out`,
  status: { open: 'open', closed: 'closed', none: '' },
  registeredTo: (name) => `registered to ${name}`,
  relation: (from, type, to) => `${from} ${relations[type]} ${to}`,
  notYet: { true: 'not there yet on this date', known: 'not yet known on this date' },
  notLoaded: 'not known to us at this moment',
  outside: 'outside the window',
}

const chinese: GraphWords = {
  canvas: (ring) => `${ring}：方向键移动，回车选中，Shift+回车展开`,
  nodes: '画面中的对象',
  zoomIn: '放大',
  zoomOut: '缩小',
  fit: '显示全部',
  noWebgl: '此浏览器不提供 WebGL，图形改用普通方式绘制：可以选择，不能移动。',
  lost: '浏览器的图形环境已重置，画面已重新绘制。',
  links: (count) => `${count} 条关联`,
  linksBetween: (count) => `这两家店之间有 ${count} 条关联：可在菜单中展开`,
  status: { open: '在营', closed: '已关', none: '' },
  registeredTo: (name) => `登记于 ${name}`,
  relation: (from, type, to) => `${from} ${relationsChinese[type]} ${to}`,
  notYet: { true: '此日期尚不存在', known: '此日期尚未被发现' },
  notLoaded: '此时刻我们尚不知晓',
  outside: '在时间窗口之外',
}

export const graphWords: Readonly<Record<Language, GraphWords>> = { en: english, zh: chinese }
