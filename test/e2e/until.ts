import { setTimeout as wait } from 'node:timers/promises'

import { expect } from 'chai'
import type { Page } from 'playwright-core'

import type { Selection } from '../../client/scene/scene.ts'

/** What the page tells a test when its address ends in `e2e=1`. */
interface Probe {
  visible(): readonly string[]
  inScene(): readonly string[]
  position(key: string): { x: number; y: number } | undefined
  settled(): boolean
  selection(): Selection | undefined
  undoDepth(): number
}

/** Opens an address of the explorer and waits until its picture stands. */
export async function ready(page: Page, address: string, withinMs = mostMs): Promise<void> {
  await page.goto(address)
  await until(page, 'window.__explorer?.settled() === true', withinMs)
}

export async function read<K extends keyof Probe>(
  page: Page,
  name: K,
): Promise<ReturnType<Probe[K]>> {
  return (await page.evaluate(`window.__explorer.${name}()`)) as ReturnType<Probe[K]>
}

/** Waits in the test, not in the page: there the security policy forbids to evaluate a text. */
export async function until(page: Page, expression: string, withinMs = mostMs): Promise<void> {
  const holds = async () => (await page.evaluate(expression)) === true
  await expectSoon(holds, expression, withinMs)
}

const waitMs = 25
const mostMs = 25_000

export async function expectSoon(
  holds: () => Promise<boolean>,
  what = 'it',
  withinMs = mostMs,
): Promise<void> {
  const end = Date.now() + withinMs
  while (Date.now() < end) {
    if (await holds()) return
    await wait(waitMs)
  }
  expect.fail(`${what} never came to hold`)
}
