import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

import type { Page } from 'playwright-core'

import type { RingAnswer } from '../../server/contract/ring.ts'
import { startServer } from '../cli/server-process.ts'
import { saidIn } from '../e2e/said.ts'
import { ready, until } from '../e2e/until.ts'
import { firstRing } from '../e2e/world.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { inTemporaryFolder } from './in-temporary-folder.ts'
import { smallPng } from './small-png.ts'

/** `npm run screenshots`: the pictures of README and docs, taken of the running explorer on the demo. The same demo gives the same pictures. */
const folder = resolve('docs/pictures')

interface Picture {
  readonly language?: 'en' | 'zh'
  readonly theme?: 'light' | 'dark'
  readonly query?: (answer: RingAnswer) => Readonly<Record<string, string>>
  readonly steps?: (page: Page) => Promise<void>
  /** The part of the page that is taken; all of it where there is none. */
  readonly part?: string
}

const said = saidIn('en')

const pictures: Readonly<Record<string, Picture>> = {
  lanes: { query: why },
  graph: { query: () => ({ layout: 'force' }) },
  map: { query: () => ({ layout: 'map' }) },
  split: {
    query: () => ({ layout: 'split' }),
    steps: (page) => pressFirst(page, '.fac tbody button'),
  },
  table: { query: () => ({ layout: 'table' }) },
  'why-linked': {
    query: why,
    part: '.inspector',
    steps: (page) => until(page, 'document.querySelector("ol.wf") !== null'),
  },
  candidates: { query: hub, steps: stage },
  review: { steps: review },
  'lanes-zh-dark': { language: 'zh', theme: 'dark' },
}

await inTemporaryFolder(async (place) => {
  mkdirSync(folder, { recursive: true })
  await using server = await startServer(place, 0)
  const browser = await openBrowser()
  try {
    const answer = await firstRing(server.address)
    for (const [name, picture] of Object.entries(pictures)) {
      await take(name, picture, { answer, address: server.address, browser })
    }
  } finally {
    await browser.close()
  }
})

interface Setting {
  readonly answer: RingAnswer
  readonly address: string
  readonly browser: Awaited<ReturnType<typeof openBrowser>>
}

async function take(
  name: string,
  picture: Picture,
  { answer, address, browser }: Setting,
): Promise<void> {
  const { language = 'en', theme = 'light', query, steps, part } = picture
  const { page, troubles } = await openPage(browser, { theme })
  await namelessStore(page, address)
  const asked = { ring: answer.ring.id, lang: language, e2e: '1', ...query?.(answer) }
  await ready(page, `${address}/?${new URLSearchParams(asked)}`)
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  await steps?.(page)
  await page.mouse.move(0, 0)
  await page.waitForTimeout(600)
  const taken = part === undefined ? page.screenshot() : page.locator(part).screenshot()
  writeFileSync(resolve(folder, `${name}.png`), smallPng(await taken))
  if (0 < troubles.length) throw new Error(`${name}: ${troubles.join('; ')}`)
  await page.context().close()
}

/** Where the store lies is this machine's own affair. */
async function namelessStore(page: Page, address: string): Promise<void> {
  const health = (await (await fetch(`${address}/api/health`)).json()) as { store: object }
  const store = { ...health.store, label: 'embedded .revenant/demo/store.sqlite' }
  await page.route('**/api/health', (route) => route.fulfill({ json: { ...health, store } }))
}

/** The surest return of the ring. */
function why({ links }: RingAnswer) {
  const [link] = links
    .filter(({ kind }) => kind === 'came_back_as')
    .toSorted((a, b) => b.probability - a.probability)
  return { link: JSON.stringify([link?.from, link?.kind, link?.to]) }
}

/** What most shops of the whole store hold. */
function hub({ holders }: RingAnswer) {
  const [key = ''] = Object.entries(holders).toSorted(([, a], [, b]) => b - a)[0] ?? []
  return { layout: 'force', node: key }
}

async function stage(page: Page): Promise<void> {
  const button = page
    .locator('.inspector')
    .getByRole('button', { name: said('node.stage') })
    .first()
  await button.click()
  await page.locator('.candidates').waitFor()
  await page.locator('.candidates').getByRole('checkbox').first().click()
}

async function review(page: Page): Promise<void> {
  await page
    .locator('.rail')
    .getByRole('tab', { name: said('cases.title') })
    .click()
  await page.getByRole('button', { name: said('cases.review') }).click()
  await page.locator('.review-table').waitFor()
}

async function pressFirst(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().click()
}
