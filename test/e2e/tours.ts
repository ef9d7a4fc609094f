import type { Locator, Page } from 'playwright-core'

import { leadTour } from './lead-tour.ts'
import { pastTour } from './past-tour.ts'
import type { Tour } from './tour.ts'
import { expectSoon, read, ready, until } from './until.ts'

/** Every screen of the explorer, each tour from a fresh page: a new screen is a line in one of them, or a tour of its own. */
export const tours: Readonly<Record<string, (tour: Tour) => Promise<void>>> = {
  'the views': views,
  'what is known of a ring and of things': inspected,
  'links and decisions': links,
  'walking on': walking,
  'a day in the past': pastTour,
  'the rail': rail,
  dialogs: dialogs,
  pages: pages,
  'a lead and its figures': leadTour,
  'what fails': failures,
}

async function open({ page, world }: Tour, more: Readonly<Record<string, string>> = {}) {
  const query = new URLSearchParams({ ring: world.supplied.ring.id, lang: 'en', e2e: '1', ...more })
  await ready(page, `${world.address}/?${query}`)
}

async function views(tour: Tour): Promise<void> {
  const { page, said, stop } = tour
  const view = (id: string) => page.locator('.viewbar').getByRole('button', { name: said(id) })
  await open(tour)
  await stop('lanes')
  await page.getByRole('button', { name: said('select.menu') }).click()
  await stop('what can be selected at once')
  await page.keyboard.press('Escape')
  await view('shell.graph').click()
  await until(page, 'window.__explorer.settled() && window.__explorer.layout() === "force"')
  await stop('graph')
  await view('layouts.map').click()
  await page.locator('.map-bar').waitFor()
  await stop('map')
  await view('layouts.split').click()
  const boxes = page.locator('.fac tbody').getByRole('checkbox')
  await boxes.first().waitFor()
  await stop('split')
  if (1 < (await boxes.count())) {
    await boxes.nth(0).click()
    await boxes.nth(1).click()
    await stop('two factories compared')
  }
  await view('table.title').click()
  for (const tab of await page.locator('.table-view').getByRole('tab').all()) {
    await tab.click()
    await stop(`table of ${await tab.textContent()}`)
  }
}

async function inspected(tour: Tour): Promise<void> {
  const { page, world, stop } = tour
  const [shop] = world.linked
  await open(tour)
  await eachTab(page.locator('.inspector'), 'ring', stop)
  await open(tour, { node: shop.key })
  await eachTab(page.locator('.inspector'), 'shop', stop)
  const [a, b] = world.linked
  await open(tour, { edge: edgeOf(tour) })
  await page.locator('.inspector .record').first().waitFor()
  await stop('relation')
  const query = new URLSearchParams({ ring: world.supplied.ring.id, lang: 'en', e2e: '1' })
  for (const { key } of [a, b]) query.append('node', key)
  await ready(page, `${world.address}/?${query}`)
  await stop('several things')
}

function edgeOf({ world }: Tour): string {
  const [edge] = world.supplied.edges
  if (edge === undefined) throw new Error('the ring has no relation')
  return JSON.stringify([edge.from, edge.type, edge.to, edge.discriminator])
}

async function eachTab(pane: Locator, of: string, stop: Tour['stop']): Promise<void> {
  const tabs = pane.getByRole('tab')
  await tabs.first().waitFor()
  for (const tab of await tabs.all()) {
    await tab.click()
    await stop(`${of}: ${await tab.textContent()}`)
  }
}

async function links(tour: Tour): Promise<void> {
  const { page, said, world, stop } = tour
  const [a, b] = world.linked
  const link = world.supplied.links.find(({ from, to }) => from === a.key && to === b.key)
  await open(tour, { link: JSON.stringify([link?.from, link?.kind, link?.to]) })
  const inspector = page.locator('.inspector')
  await inspector.locator('ol.wf').waitFor()
  await eachTab(inspector, 'link', stop)
  await inspector.getByRole('button', { name: said('decide.deny') }).click()
  await stop('a reason is asked for')
}

async function walking(tour: Tour): Promise<void> {
  const { page, said, world, stop } = tour
  const { node, group } = world.wide
  await open(tour, { node: node.key })
  const inspector = page.locator('.inspector')
  await inspector
    .getByRole('button', { name: new RegExp(`, ${group.count}$`) })
    .first()
    .click()
  await expectSoon(
    async () =>
      0 < (await inspector.locator('.candidates').count()) || 0 < (await read(page, 'undoDepth')),
  )
  await stop('neighbors by type')
  await page.keyboard.press('Escape')
  await page.locator('.graph-canvas .graph-offscreen button[tabindex="0"]').focus()
  await page.keyboard.press('Shift+F10')
  const expand = page.getByRole('menuitem', { name: said('menu.expand') })
  await expand.waitFor()
  await expand.focus()
  await page.keyboard.press('Enter')
  await stop('menu')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('p')
  await page.locator('.picking-note').waitFor()
  await stop('an end of a path is picked')
  await page.keyboard.press('Escape')
  await page.getByRole('combobox').first().fill(world.linked[0].name.slice(0, 2))
  await page.locator('.results').getByRole('option').first().waitFor()
  await stop('search')
  await page.getByRole('combobox').first().fill('nobody is called this')
  await page.locator('.results .foot').waitFor()
  await stop('nothing found')
  const [a, b] = world.linked
  const query = new URLSearchParams({ ring: world.supplied.ring.id, lang: 'en', e2e: '1' })
  for (const { key } of [a, b]) query.append('node', key)
  await ready(page, `${world.address}/?${query}`)
  await page.keyboard.press('p')
  await page.locator('ol.paths > li').first().waitFor()
  await page.locator('.path-limits summary').click()
  await stop('paths')
}

async function rail(tour: Tour): Promise<void> {
  const { page, said, world, stop } = tour
  await open(tour, { node: world.linked[0].key })
  const pane = page.locator('.rail')
  await page.keyboard.press('h')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('2')
  await eachTab(pane, 'rail', stop)
  await pane.getByRole('tab', { name: said('cases.title') }).click()
  await pane.getByRole('button', { name: said('cases.create') }).click()
  await stop('a new case')
  const form = pane.getByRole('form')
  await form.getByRole('textbox').nth(0).fill('Golden Lotus 金莲')
  await form.getByRole('textbox').nth(1).fill('Lin Test')
  await form.getByRole('textbox').nth(2).fill('王 Test, Ada Test')
  await form.getByRole('button', { name: said('cases.save') }).click()
  await form.waitFor({ state: 'detached' })
  for (const text of ['One owner stands behind both', 'Who pays the courier?']) {
    const field = pane.locator('.add-line .field').nth(text.endsWith('?') ? 1 : 0)
    await field.fill(text)
    await field.press('Enter')
    await pane.getByText(text).waitFor()
  }
  await stop('case')
  await tray(tour)
  await pane.getByRole('button', { name: said('cases.retract') }).click()
}

async function tray({ page, said, world, stop }: Tour): Promise<void> {
  const inspector = page.locator('.inspector')
  await page.getByRole('combobox').first().fill(world.linked[1].name)
  await page.locator('.results').getByRole('option').first().click()
  await inspector.getByRole('button', { name: said('tray.add') }).click()
  await page.locator('.tray-button').click()
  await page.locator('.tray-name').first().waitFor()
  await stop('tray')
  await page.getByRole('button', { name: said('tray.close') }).click()
  await inspector.getByRole('button', { name: said('hold.place') }).click()
  await stop('a hold is asked for')
}

async function dialogs(tour: Tour): Promise<void> {
  const { page, said, world, stop } = tour
  await open(tour)
  const dialog = page.getByRole('dialog')
  await page.keyboard.press('?')
  await dialog.waitFor()
  await stop('keys')
  await page.keyboard.press('Escape')
  await page
    .locator('.rail')
    .getByRole('tab', { name: said('cases.title') })
    .click()
  await page.getByRole('button', { name: said('cases.paste') }).click()
  await stop('a list is pasted')
  await dialog.getByRole('textbox').fill(`${world.linked[0].name}\nnobody knows this\n店\n`)
  await dialog.getByRole('button', { name: said('paste.look') }).click()
  await dialog.locator('.paste-columns').waitFor()
  await stop('what a list names')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: said('cases.review') }).click()
  await dialog.locator('.review-table').waitFor()
  await stop('blind review')
  await dialog.getByRole('button', { name: said('review.unsure') }).click()
  await stop('a reason for a blind verdict')
  await dialog.getByRole('button', { name: said('decide.cancel') }).click()
  await page.keyboard.press('Escape')
  await page
    .locator('.viewbar')
    .getByRole('button', { name: said('shell.buildLead') })
    .click()
  await stop('lead')
  await dialog.getByRole('textbox').nth(0).fill('市场监督管理局 Market Supervision')
  await dialog.getByRole('textbox').nth(1).fill('Lin Test')
  await dialog.getByRole('button', { name: said('lead.seal') }).click()
  await dialog.getByRole('link', { name: said('lead.download') }).waitFor()
  await stop('sealed lead')
}

/** What lies over the picture or leaves it. */
async function pages(tour: Tour): Promise<void> {
  const { page, said, world, stop } = tour
  await open(tour)
  await page
    .locator('.viewbar')
    .getByRole('button', { name: said('share.menu') })
    .click()
  await page.locator('.share-panel').waitFor()
  await stop('what leaves the page')
  await page.keyboard.press('Escape')
  // The page of targets has tabs in the place of headings.
  const headings = { runs: 1, import: 1, targets: 0, 'no lead': 1 }
  for (const [place, [name, heading]] of Object.entries(headings).entries()) {
    await page.locator('.page-nav').getByRole('button').nth(place).click()
    await page.locator('.page').getByRole('heading').nth(heading).waitFor()
    await stop(name)
  }
  await page.goto(`${world.address}/forget?lang=en&e2e=1`)
  await page.locator('.page-body.forget').waitFor()
  await stop('forgetting, which the demo refuses')
}

/** What the server does not answer, or answers with nothing, is told. */
async function failures({ page, said, world, stop }: Tour): Promise<void> {
  const { address } = world
  await page.route('**/api/rings**', (route) =>
    route.fulfill({ json: { items: [], total: 0, omitted: 0 } }),
  )
  await page.goto(`${address}/?lang=en`)
  await page.locator('.blank').first().waitFor()
  await stop('a run without rings')
  await page.unrouteAll()
  await page.goto(`${address}/?lang=en&shop=shop%3Anowhere%2F1`)
  await page.getByRole('button', { name: said('shell.retry') }).waitFor()
  await stop('a shop that nobody knows')
  await withHealth(page, address, { run: undefined })
  await page.getByText(said('empty.runTitle')).waitFor()
  await stop('no run yet')
  await withHealth(page, address, { run: undefined, records: 0, datasets: [] })
  await page.getByText(said('empty.dataTitle')).waitFor()
  await stop('an empty store')
  await page.unrouteAll()
  await page.route('**/api/health', (route) => route.abort())
  await page.goto(`${address}/?lang=en`)
  await page
    .getByRole('button', { name: said('shell.retry') })
    .first()
    .waitFor()
  await stop('no server')
  await page.unrouteAll()
}

async function withHealth(page: Page, address: string, part: object): Promise<void> {
  const answer = await fetch(`${address}/api/health`)
  const health = { ...((await answer.json()) as object), ...part }
  await page.unrouteAll()
  await page.route('**/api/health', (route) => route.fulfill({ json: health }))
  await page.goto(`${address}/?lang=en`)
}
