import { openView, type View, type ViewEvents } from './view.ts'

/** The page's one view with the element it lives in, which goes wherever the canvas is shown. */
export interface PageView {
  readonly element: HTMLElement
  readonly view: View
  /** Who hears what people do; replaced as components come and go. */
  events: ViewEvents
}

let page: PageView | undefined

export function pageView(): PageView {
  page ??= open()
  return page
}

/** Ends a view whose graphics were lost; the next {@link pageView} is a fresh one. */
export function discardPageView(): void {
  const old = page
  page = undefined
  old?.view.end()
  old?.element.remove()
}

const silent: ViewEvents = {
  onPick: () => undefined,
  onExpand: () => undefined,
  onMenu: () => undefined,
  onHover: () => undefined,
  onMove: () => undefined,
  onDrop: () => undefined,
  onLost: () => undefined,
}

function open(): PageView {
  const element = document.createElement('div')
  element.className = 'graph-view'
  const events: ViewEvents = {
    onPick: (subject, add) => opened.events.onPick(subject, add),
    onExpand: (key) => opened.events.onExpand(key),
    onMenu: (subject, at) => opened.events.onMenu(subject, at),
    onHover: (hovered) => opened.events.onHover(hovered),
    onMove: (key, place) => opened.events.onMove(key, place),
    onDrop: (key) => opened.events.onDrop(key),
    onLost: () => opened.events.onLost(),
  }
  const opened: PageView = { element, view: openView(element, events), events: silent }
  return opened
}
