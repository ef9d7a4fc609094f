import type { Locator, Page } from 'playwright-core'

import { type Direction, nextInDirection } from '../../client/graph/walk.ts'
import { type Hand, ways } from './hand.ts'
import { expectSoon, read } from './until.ts'

/** A hand on the keyboard alone: whatever it presses it has to come to by Tab, arrows or a key of its own. */
export function keyboardHand(page: Page): Hand {
  const goTo = async (key: string) => {
    await reach(page, page.locator('.graph-canvas .graph-offscreen button[tabindex="0"]'))
    await walkTo(page, key)
  }
  return {
    press: (target) => press(page, target),
    async write(field, text) {
      await reach(page, field)
      await page.keyboard.press('Control+a')
      await page.keyboard.insertText(text)
    },
    command: (name) => page.keyboard.press(ways[name].key),
    async pick(key, add) {
      await goTo(key)
      await page.keyboard.press(add === 'add' ? 'Control+Enter' : 'Enter')
    },
    async menuOf(key) {
      await goTo(key)
      await page.keyboard.press('Shift+F10')
    },
    async slide(slider) {
      await reach(page, slider)
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
    },
  }
}

/** By role: arrows move within tabs and menus, and Space ticks; everything else is pressed with Enter. */
async function press(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  const role = (await target.getAttribute('role')) ?? (await target.getAttribute('type'))
  if (role === 'tab') return await pressTab(page, target)
  if (role === 'menuitem') return await pressLine(page, target)
  if (role === 'option') return await pressOption(page, target)
  await reach(page, target)
  await page.keyboard.press(role === 'checkbox' ? 'Space' : 'Enter')
}

async function pressTab(page: Page, target: Locator): Promise<void> {
  await reach(page, target.locator('xpath=..').locator('[tabindex="0"]'))
  await step(
    page,
    'ArrowRight',
    async () => (await target.getAttribute('aria-selected')) === 'true',
  )
}

async function pressLine(page: Page, target: Locator): Promise<void> {
  await step(page, 'ArrowDown', () => hasFocus(target))
  await page.keyboard.press('Enter')
}

async function pressOption(page: Page, target: Locator): Promise<void> {
  await step(page, 'ArrowDown', async () => (await target.getAttribute('aria-selected')) === 'true')
  await page.keyboard.press('Enter')
}

async function step(page: Page, key: string, there: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await there()) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not lead there`)
}

/** Presses Tab, or Shift and Tab, as often as the way to an element is long; asks again where the page led elsewhere. */
async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' })
  for (let tries = 0; tries < 8; tries++) {
    const away = await target.evaluate((element) => inPage.tabsTo(element))
    if (away === 0) return
    if (away === undefined) break
    const key = away < 0 ? 'Shift+Tab' : 'Tab'
    for (let presses = 0; presses < Math.abs(away); presses++) await page.keyboard.press(key)
  }
  throw new Error(`Tab does not lead to ${target}`)
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => inPage.hasFocus(element))
}

const arrows: Readonly<Record<Direction, string>> = {
  left: 'ArrowLeft',
  right: 'ArrowRight',
  up: 'ArrowUp',
  down: 'ArrowDown',
}

/** Walks the canvas from the thing that has the focus to another one. */
async function walkTo(page: Page, key: string): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    const here = await focusedThing(page)
    if (here === key) return
    const [direction] = route(await thingsOf(page), here, key) ?? []
    if (direction === undefined) throw new Error(`no arrow leads from ${here} towards ${key}`)
    await page.keyboard.press(arrows[direction])
    await expectSoon(async () => (await focusedThing(page)) !== here, `a step from ${here}`)
  }
  throw new Error(`${key} is too far to walk`)
}

async function focusedThing(page: Page): Promise<string> {
  return (await page.evaluate('document.activeElement?.dataset.key ?? ""')) as string
}

interface Thing {
  readonly key: string
  readonly x: number
  readonly y: number
}

export async function thingsOf(page: Page): Promise<readonly Thing[]> {
  const keys = await read(page, 'visible')
  const places = (await page.evaluate(
    'window.__explorer.visible().map((key) => window.__explorer.position(key))',
  )) as readonly { x: number; y: number }[]
  return keys.map((key, place) => ({ key, x: 0, y: 0, ...places[place] }))
}

/** The arrows that lead from one thing to another, the fewest there are; undefined where none do. */
export function route(
  things: readonly Thing[],
  from: string,
  to: string,
): readonly Direction[] | undefined {
  const byKey = new Map(things.map((thing) => [thing.key, thing]))
  const known = new Map<string, readonly Direction[]>([[from, []]])
  for (const [key, way] of known) {
    const thing = byKey.get(key)
    if (key === to) return way
    if (thing === undefined) continue
    for (const direction of ['left', 'right', 'up', 'down'] as const) {
      const next = nextInDirection(things, thing, direction)
      if (next !== undefined && !known.has(next)) known.set(next, [...way, direction])
    }
  }
  return undefined
}
