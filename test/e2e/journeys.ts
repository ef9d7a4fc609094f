import { expect } from 'chai'
import type { Locator, Page } from 'playwright-core'

import type { Hand } from './hand.ts'
import type { Said } from './said.ts'
import { expectSoon, read, ready, until } from './until.ts'
import { factoriesOf, type World } from './world.ts'

/** What a journey is walked with: a page, a hand, the words of a language and a dataset. */
export interface Walk {
  readonly page: Page
  readonly hand: Hand
  readonly said: Said
  readonly language: 'en' | 'zh'
  readonly world: World
  /** Id of the right that a lead has to name; empty where records lead to one. */
  readonly right: string
}

/** The journeys of those whom the explorer is for, each written once. */
export const journeys: Readonly<Record<string, (walk: Walk) => Promise<void>>> = {
  'an analyst traces a seller': traceSeller,
  'an investigator finds the factory': findFactory,
  'a lead officer seals a lead': sealLead,
  'a screener looks up a pasted list': screenList,
  'a reviewer decides on a pair blind': reviewBlind,
}

async function open({ page, world, language }: Walk): Promise<void> {
  const { ring } = world.supplied
  const query = new URLSearchParams({ ring: ring.id, lang: language, e2e: '1' })
  await ready(page, `${world.address}/?${query}`)
}

/** Find → expand by type, counted first → tick and commit → why linked → tray → all of it back. */
async function traceSeller(walk: Walk): Promise<void> {
  const { page, hand, world } = walk
  await open(walk)
  const before = await read(page, 'inScene')
  await find(walk, world.wide.node)
  await expandWidest(walk)
  const grown = await read(page, 'inScene')
  expect(grown.length).to.be.above(before.length)
  await askWhyLinked(walk)
  await layAside(walk)
  await undoAll(walk)
  expect(await read(page, 'inScene')).to.deep.equal(before)
  await hand.command('tray')
}

async function find({ page, hand }: Walk, node: World['wide']['node']): Promise<void> {
  await hand.command('search')
  await hand.write(page.getByRole('combobox').first(), node.name)
  await hand.press(
    page
      .getByRole('option')
      .filter({ hasText: firstWord(node.name) })
      .first(),
  )
  await selects(page, [node.key])
}

/** Names are shown in the script that the reader has first; their first word stands in either. */
function firstWord(name: string): string {
  return name.split(/\s/u)[0] ?? name
}

async function expandWidest({ page, hand, said, world }: Walk): Promise<void> {
  const { group } = world.wide
  const depth = await read(page, 'undoDepth')
  const inspector = page.locator('.inspector')
  const name = new RegExp(`^.+: .+, ${group.count}$`)
  const button = inspector.getByRole('button', { name }).first()
  await button.waitFor()
  // What is too much for one picture is offered one by one.
  const offers = said('node.stage').test((await button.textContent()) ?? '')
  await hand.press(button)
  if (offers) {
    const candidates = inspector.locator('.candidates')
    await hand.press(candidates.getByRole('checkbox').nth(0))
    await hand.press(candidates.getByRole('checkbox').nth(1))
    await hand.press(candidates.getByRole('button', { name: said('node.commit', { count: 2 }) }))
  }
  await until(page, `window.__explorer.undoDepth() === ${depth + 1}`)
}

async function askWhyLinked(walk: Walk): Promise<void> {
  const { page, hand, said, world } = walk
  const [a, b] = world.linked
  await hand.pick(a.key)
  await selects(page, [a.key])
  await hand.pick(b.key, 'add')
  await selects(page, [a.key, b.key])
  await hand.menuOf(b.key)
  await hand.press(page.getByRole('menuitem', { name: said('menu.whyWith') }))
  await until(page, 'window.__explorer.selection()?.kind === "link"')
  await ledgerAddsUp(page)
}

/** What stands in the ledger is a sum of bits. */
async function ledgerAddsUp(page: Page): Promise<void> {
  const lines = page.locator('ol.wf > li')
  await lines.first().waitFor()
  const numbers = await lines.locator('b.num').allTextContents()
  const bits = numbers.map((text) => Number(text.replace('−', '-').replace('+', '')))
  const sum = bits.slice(0, -1).reduce((all, own) => all + own, 0)
  expect(sum).to.be.closeTo(bits.at(-1) ?? Number.NaN, 0.05 * bits.length)
}

async function layAside({ page, hand, said, world }: Walk): Promise<void> {
  const [a] = world.linked
  const count = page.locator('.tray-button b')
  const before = Number(await count.textContent())
  await hand.pick(a.key)
  await selects(page, [a.key])
  await hand.press(page.locator('.inspector').getByRole('button', { name: said('tray.add') }))
  await expectSoon(async () => Number(await count.textContent()) === before + 1, 'the tray')
  await hand.command('tray')
  const tray = page.locator('#tray')
  expect(await tray.locator('.tray-name').allTextContents()).to.have.length(before + 1)
  await hand.press(tray.getByRole('button', { name: said('tray.remove') }).last())
  await expectSoon(async () => Number(await count.textContent()) === before, 'the tray again')
}

async function undoAll({ page, hand }: Walk): Promise<void> {
  for (let depth = await read(page, 'undoDepth'); 0 < depth; depth--) {
    await hand.command('undo')
    await until(page, `window.__explorer.undoDepth() === ${depth - 1}`)
  }
}

/** Split view → a factory with its path and its weakest step → two compared → a period → ways from it to a shop. */
async function findFactory(walk: Walk): Promise<void> {
  const { page, hand, said, world } = walk
  await open(walk)
  await hand.command('split')
  const table = page.locator('.fac tbody')
  await hand.press(table.getByRole('button').first())
  const [factory] = await selected(page)
  expect(factoriesOf(world.supplied).map(({ key }) => key)).to.include(factory)
  await page.locator('.inspector').getByText(said('ring.weakestOfPath')).first().waitFor()
  await compareTwo(walk, table)
  const period = page.getByRole('slider', { name: said('map.window') })
  if (0 < (await period.count())) await narrowPeriod(walk, period)
  await findWays(walk, factory ?? '')
}

async function compareTwo({ page, hand, said }: Walk, table: Locator): Promise<void> {
  const boxes = table.getByRole('checkbox')
  if ((await boxes.count()) < 2) return
  await hand.press(boxes.nth(0))
  await hand.press(boxes.nth(1))
  await page.getByRole('heading', { name: said('map.compareTitle') }).waitFor()
}

async function narrowPeriod({ page, hand, said }: Walk, period: Locator): Promise<void> {
  const whole = await period.getAttribute('aria-valuetext')
  await hand.slide(period)
  await expectSoon(async () => (await period.getAttribute('aria-valuetext')) !== whole, 'a period')
  await hand.press(page.getByRole('button', { name: said('map.wholeTime') }))
  await expectSoon(async () => (await period.getAttribute('aria-valuetext')) === whole, 'all time')
}

/** The menu of a thing picks the first end, the next thing that is selected is the other one. */
async function findWays({ page, hand, said, world }: Walk, factory: string): Promise<void> {
  const [shop] = world.linked
  await hand.command('graph')
  await until(page, 'window.__explorer.settled() && window.__explorer.layout() === "force"')
  await hand.menuOf(factory)
  await hand.press(page.getByRole('menuitem', { name: said('menu.path') }))
  await page.locator('.picking-note').waitFor()
  await hand.pick(shop.key)
  await page.getByRole('heading', { name: said('paths.between') }).waitFor()
  await page.locator('ol.paths > li').first().waitFor()
  await hand.press(page.getByRole('button', { name: said('paths.close') }))
}

/** Build the lead → who it is for and from → sealed, with a package that can be fetched. */
async function sealLead(walk: Walk): Promise<void> {
  const { page, hand, said, world, right } = walk
  await open(walk)
  await hand.press(page.locator('.viewbar').getByRole('button', { name: said('shell.buildLead') }))
  const dialog = page.getByRole('dialog')
  await hand.write(dialog.getByRole('textbox').first(), '市场监督管理局 Market Supervision')
  await hand.write(dialog.getByRole('textbox').nth(1), 'Lin Test')
  if (right !== '') await hand.write(dialog.getByRole('textbox').nth(2), right)
  await hand.press(dialog.getByRole('button', { name: said('lead.seal') }))
  const link = dialog.getByRole('link', { name: said('lead.download') })
  await link.waitFor()
  const file = await page.request.get(`${world.address}${await link.getAttribute('href')}`)
  expect(file.headers()['content-type']).to.equal('application/zip')
  await hand.press(dialog.getByRole('button', { name: said('lead.done') }))
  await dialog.waitFor({ state: 'detached' })
}

/** A list of what somebody asks about → what is known, what nobody knows → the known ones as a picture. */
async function screenList(walk: Walk): Promise<void> {
  const { page, hand, said, world } = walk
  const [shop] = world.linked
  const reference = shop.key.slice('shop:'.length)
  await open(walk)
  await openCase(walk)
  await hand.press(page.locator('.rail').getByRole('button', { name: said('cases.paste') }))
  const dialog = page.getByRole('dialog')
  await hand.write(dialog.getByRole('textbox'), `${reference}\nnobody-knows-this 无人知晓\n`)
  await hand.press(dialog.getByRole('button', { name: said('paste.look') }))
  const open1 = dialog.getByRole('button', { name: said('paste.scene', { count: 1 }) })
  await open1.waitFor()
  expect(await dialog.locator('.written').allTextContents()).to.deep.equal([
    'nobody-knows-this 无人知晓',
  ])
  await hand.press(open1)
  await expectSoon(async () => (await read(page, 'inScene')).join() === shop.key, 'the scene')
  await hand.command('undo')
  await expectSoon(async () => 1 < (await read(page, 'inScene')).length, 'the ring again')
}

/** A pair with its score hidden → a verdict with its reason → taken back. */
async function reviewBlind(walk: Walk): Promise<void> {
  const { page, hand, said } = walk
  await open(walk)
  await openCase(walk)
  await hand.press(page.locator('.rail').getByRole('button', { name: said('cases.review') }))
  const dialog = page.getByRole('dialog')
  const progress = dialog.locator('.review-strata [role="status"]')
  await progress.waitFor()
  const before = await progress.textContent()
  await hand.command('same')
  const form = dialog.getByRole('form')
  await hand.write(form.getByRole('textbox').first(), 'Same card, nine days apart. 同一张卡。')
  await hand.write(form.getByRole('textbox').nth(1), 'Lin Test')
  await hand.press(form.getByRole('button', { name: said('review.save') }))
  await expectSoon(async () => (await progress.textContent()) !== before, 'a pair more')
  await hand.press(dialog.getByRole('button', { name: said('review.back') }))
  await expectSoon(async () => (await progress.textContent()) === before, 'a pair less')
  await hand.press(dialog.getByRole('button', { name: said('shell.close') }))
}

async function openCase({ page, hand, said }: Walk): Promise<void> {
  await hand.press(page.locator('.rail').getByRole('tab', { name: said('cases.title') }))
}

async function selects(page: Page, keys: readonly string[]): Promise<void> {
  await expectSoon(
    async () => (await selected(page)).join() === keys.join(),
    `the selection of ${keys.join()}`,
  )
}

async function selected(page: Page): Promise<readonly string[]> {
  const selection = await read(page, 'selection')
  return selection?.kind === 'nodes' ? selection.keys : []
}
