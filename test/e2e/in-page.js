/** Put into every page before its own code: what tests ask of the ways of the Tab key and of where things stand. */
globalThis.__name ??= (named) => named

document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  // What the page is refused is heard by the test as its errors are.
  // biome-ignore lint/suspicious/noConsole: the test listens here.
  console.error(`policy: ${violatedDirective} refused ${blockedURI}`)
})

const focusable =
  'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"]'

/** What Tab stops at, in its order; within an open dialog, only what is in it. */
function tabStops() {
  const dialogs = [...document.querySelectorAll('[aria-modal="true"]')].filter(isShown)
  const scope = dialogs.at(-1) ?? document
  return [...scope.querySelectorAll(focusable)].filter(
    (element) =>
      0 <= element.tabIndex &&
      !element.disabled &&
      element.closest('[inert]') === null &&
      isShown(element),
  )
}

function isShown(element) {
  return element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
}

/** How often Tab (or, below zero, Shift and Tab) is to be pressed from where the focus is; once, where nothing has it. */
function tabsTo(element) {
  const stops = tabStops()
  const [here, there] = [stops.indexOf(document.activeElement), stops.indexOf(element)]
  if (there < 0) return undefined
  return here < 0 ? 1 : there - here
}

function hasFocus(element) {
  return element === document.activeElement
}

/** What lies over the page for a while; its controls are held against each other and not against what is under them. */
const layers =
  '[role="dialog"], .tray, .menu-beside, .menu-host, .results, .tool-panel, .share-panel, .map-unplaced > div, .mantine-Notifications-root'

/** Sliders within a drawing cross what they slide over. */
const crossing = 'svg [role="slider"], svg .timeline-lane'

/** Everything about where controls stand that keeps a person from seeing or pressing them, a line each. */
function layoutTroubles() {
  const troubles = []
  const { scrollWidth } = document.documentElement
  if (innerWidth + 1 < scrollWidth) troubles.push(`the page is ${scrollWidth} px wide`)
  const placed = []
  for (const control of tabStops().filter((stop) => !isOffScreen(stop))) {
    const box = control.getBoundingClientRect()
    if (box.width === 0 || box.height === 0) continue
    const { lost, seen } = clipped(control, box)
    if (lost !== undefined) troubles.push(`${nameOf(control)} ${lost}`)
    else if (isCut(control)) troubles.push(`the label of ${nameOf(control)} is cut`)
    if (seen !== undefined && !control.matches(crossing)) placed.push({ control, box: seen })
  }
  return [...troubles, ...overlaps(placed)]
}

/** Lists for those who hear the page have no place on the screen. */
function isOffScreen(element) {
  return element.closest('.graph-offscreen, .visually-hidden') !== null
}

/** What is left of a box after all that clips it; what a person can scroll to is not lost. */
function clipped(control, box) {
  let seen = edges(box)
  for (let above = control.parentElement; above !== null; above = above.parentElement) {
    const style = getComputedStyle(above)
    const outer = edges(above.getBoundingClientRect())
    for (const side of clipping(above, style)) {
      if (isLost(seen, outer, side)) return { lost: `is cut off by ${nameOf(above)}` }
      seen = within(seen, outer, side)
      if (seen[side.end] <= seen[side.start]) return {}
    }
    if (style.position === 'fixed') return { lost: beyondWindow(seen), seen }
  }
  return { lost: beyondPage(seen), seen }
}

function isLost(seen, outer, { start, end, scrolls }) {
  return !scrolls && (seen[start] < outer[start] - 1 || outer[end] + 1 < seen[end])
}

/** The sides on which an element clips what is in it, and whether one can scroll there. */
function clipping(element, { overflowX, overflowY }) {
  const sides = [
    { overflow: overflowX, start: 'left', end: 'right' },
    { overflow: overflowY, start: 'top', end: 'bottom' },
  ]
  return sides
    .filter(({ overflow }) => overflow !== 'visible' && !isPage(element))
    .map((side) => ({ ...side, scrolls: side.overflow === 'auto' || side.overflow === 'scroll' }))
}

function isPage(element) {
  return element === document.body || element === document.documentElement
}

function within(box, outer, { start, end }) {
  return {
    ...box,
    [start]: Math.max(box[start], outer[start]),
    [end]: Math.min(box[end], outer[end]),
  }
}

function edges({ left, top, right, bottom }) {
  return { left, top, right, bottom }
}

/** What is fixed to the window moves with no scrolling. */
function beyondWindow({ left, top, right, bottom }) {
  const inside = -1 <= left && -1 <= top && right <= innerWidth + 1 && bottom <= innerHeight + 1
  return inside ? undefined : 'lies beyond the window'
}

function beyondPage(box) {
  const { scrollTop, scrollHeight } = document.documentElement
  if (getComputedStyle(document.body).overflowY === 'hidden') return beyondWindow(box)
  const inside =
    -1 <= box.left && box.right <= innerWidth + 1 && box.bottom + scrollTop <= scrollHeight + 1
  return inside ? undefined : 'lies beyond the page'
}

/** Names end in dots where there is no room; what a button does may not. */
function isCut(control) {
  if (!control.matches('.btn, [role="tab"], .seg > button, .cite')) return false
  return control.clientWidth + 1 < control.scrollWidth
}

function overlaps(placed) {
  const troubles = []
  for (const [place, a] of placed.entries()) {
    for (const b of placed.slice(place + 1)) {
      const [across, down] = [
        shared(a.box, b.box, 'left', 'right'),
        shared(a.box, b.box, 'top', 'bottom'),
      ]
      if (across <= 1 || down <= 1 || belongTogether(a.control, b.control)) continue
      troubles.push(
        `${nameOf(a.control)} and ${nameOf(b.control)} overlap by ${Math.round(across)} × ${Math.round(down)} px`,
      )
    }
  }
  return troubles
}

function shared(a, b, start, end) {
  return Math.min(a[end], b[end]) - Math.max(a[start], b[start])
}

function belongTogether(a, b) {
  return a.contains(b) || b.contains(a) || a.closest(layers) !== b.closest(layers)
}

function nameOf(element) {
  const label = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? ''
  const kind = element.className?.baseVal ?? element.className ?? ''
  return `${element.localName}.${String(kind).split(' ').join('.')} “${label}”`
}

/** The same after the page has had the time to fill its window anew. */
async function settledTroubles() {
  for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame)
  await Promise.all(document.getAnimations().filter(endsItself).map(atEnd))
  return layoutTroubles()
}

/** What slides in or out stands nowhere yet; what turns for ever is where it is. */
function endsItself({ effect }) {
  return effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY
}

function atEnd(animation) {
  return animation.finished.catch(() => undefined)
}

/** Texts that turn what stands beside them in the same line, a line each. */
function bidiTroubles() {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const troubles = []
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode
    if (!/[\u202a-\u202e\u2066-\u2069\u0590-\u06ff]/u.test(data) || isTold(data)) continue
    const { unicodeBidi, display } = getComputedStyle(parentElement)
    const isAlone = display !== 'inline' || /isolate|plaintext/.test(unicodeBidi)
    if (!isAlone) troubles.push(`${nameOf(parentElement)} turns its line`)
  }
  return troubles
}

/** A sentence that keeps what is put into it apart. */
function isTold(text) {
  return /^[^\u202a-\u202e\u2066\u2067\u0590-\u06ff]*(\u2068[^\u2066-\u2069\u202a-\u202e]*\u2069[^\u202a-\u202e\u2066\u2067\u0590-\u06ff]*)+$/u.test(
    text,
  )
}

/** Writes one text after the other into a field, as typing does, with time between for the page to draw. */
async function writeAll(field, texts) {
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
  for (const text of texts) {
    set.call(field, text.slice(0, field.maxLength < 0 ? undefined : field.maxLength))
    field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }))
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
}

globalThis.inPage = { tabsTo, hasFocus, layoutTroubles, settledTroubles, bidiTroubles, writeAll }
