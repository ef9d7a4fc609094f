import { join } from 'node:path'

import { expect } from 'chai'
import type { Page } from 'playwright-core'

import { valueText } from '../../client/inspector/values.ts'
import type { Link, RingAnswer } from '../../server/contract/ring.ts'
import { DecisionsAnswer } from '../../server/contract/work.ts'
import { expectSoon, read, ready, until } from './until.ts'
import type { Stranger } from './world.ts'

/** Searches by the whole name from the keyboard, expands everything, and undoes it. */
export async function searchAndExpand(page: Page, address: string, stranger: Stranger) {
  const { node, neighbors } = stranger
  await ready(page, `${address}/?e2e=1`)
  await page.keyboard.press('/')
  await page.keyboard.insertText(node.name)
  await page
    .getByRole('option')
    .filter({ hasText: node.name.slice(0, 4) })
    .first()
    .click()
  await until(
    page,
    `window.__explorer.settled() && window.__explorer.selection()?.keys?.[0] === ${JSON.stringify(node.key)}`,
  )
  const before = await read(page, 'inScene')
  const depth = await read(page, 'undoDepth')
  await page.keyboard.press('e')
  await until(page, `window.__explorer.undoDepth() === ${depth + 1}`)
  const after = await read(page, 'inScene')
  expect(after.length - before.length).to.equal(neighbors)
  await page.keyboard.press('Control+z')
  await until(page, `window.__explorer.undoDepth() === ${depth}`)
  expect(await read(page, 'inScene')).to.deep.equal(before)
}

/** The surest return of the ring, or its surest link when nothing came back. */
function surestLink({ links, ring }: RingAnswer): Link {
  const members = new Set(ring.members.map(({ shop }) => shop))
  const inside = links.filter(({ from, to }) => members.has(from) && members.has(to))
  const returns = inside.filter(({ kind }) => kind === 'came_back_as')
  const [link] = (returns.length > 0 ? returns : inside).toSorted(
    (a, b) => b.probability - a.probability,
  )
  if (link === undefined) throw new Error('the ring has no link')
  return link
}

/** Opens a link of a ring by its address and checks that what is shown is the ledger. */
export async function ledgerOf(page: Page, address: string, answer: RingAnswer) {
  const link = surestLink(answer)
  const query = new URLSearchParams({
    ring: answer.ring.id,
    link: JSON.stringify([link.from, link.kind, link.to]),
    e2e: '1',
  })
  await ready(page, `${address}/?${query}`)
  const lines = page.locator('ol.wf > li')
  await lines.first().waitFor()
  const numbers = await lines.locator('b.num').allTextContents()
  const bits = numbers.map((text) => Number(text.replace('−', '-').replace('+', '')))
  const total = bits.at(-1)
  const sum = bits.slice(0, -1).reduce((all, own) => all + own, 0)
  expect(sum).to.be.closeTo(total ?? Number.NaN, 0.05 * bits.length)
  expect(total).to.be.closeTo(link.bits, 0.06)
  for (const bar of link.ledger.bars) {
    expect(await lines.allTextContents().then((texts) => texts.join())).to.include(
      valueText(bar.channel, bar.a.literal),
    )
  }
}

/** Accepts the open link with a reason, sees it kept, undoes it, and sees it retracted. */
export async function undoneDecision(page: Page, address: string, answer: RingAnswer) {
  const link = surestLink(answer)
  const saved = async () => {
    const { items } = DecisionsAnswer.parse(await (await fetch(`${address}/api/decisions`)).json())
    return items.filter(
      ({ a, b }) => [a, b].toSorted().join() === [link.from, link.to].toSorted().join(),
    )
  }
  const held = (await saved()).length
  await page.keyboard.press('a')
  await page.getByRole('form').waitFor()
  const form = page.getByRole('form')
  await form.getByRole('textbox').first().fill('Same card, nine days apart. 同一张卡。')
  await form.getByRole('textbox').nth(1).fill('Lin Test')
  await form.getByRole('button', { name: 'Save' }).click()
  await form.waitFor({ state: 'detached' })
  const kept = await saved()
  expect(kept).to.have.length(held + 1)
  expect(kept.filter(({ retractedAt }) => retractedAt === undefined)).to.have.length(1)
  await page.keyboard.press('Control+z')
  await expectSoon(async () =>
    (await saved()).every(({ retractedAt }) => retractedAt !== undefined),
  )
}

/** Builds the lead of a ring in the dialog and downloads it; gives back the file. */
export async function sealLead(
  page: Page,
  address: string,
  { ring }: RingAnswer,
  { folder, right }: { readonly folder: string; readonly right: string },
) {
  await ready(page, `${address}/?${new URLSearchParams({ ring: ring.id, e2e: '1' })}`)
  await page.getByRole('button', { name: 'Build the lead' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('市场监督管理局 Market Supervision')
  await dialog.getByRole('textbox').nth(1).fill('Lin Test')
  await dialog.getByRole('textbox').nth(2).fill(right)
  await dialog.getByRole('button', { name: 'Seal the lead' }).click()
  const download = page.waitForEvent('download')
  await dialog.getByRole('link', { name: 'Download the package' }).click()
  const file = join(folder, 'lead.zip')
  await (await download).saveAs(file)
  return file
}

/** Where there is no WebGL: the notice, every shop of the ring as a mark, and one of them selected by key. */
export async function plainPicture(page: Page, address: string, { ring }: RingAnswer) {
  await page.goto(`${address}/?${new URLSearchParams({ ring: ring.id, e2e: '1' })}`)
  await page.getByRole('note').filter({ hasText: 'no WebGL' }).waitFor()
  const marks = page.locator('svg.graph-plain [tabindex="0"]')
  await marks.first().waitFor()
  expect(await marks.count()).to.be.at.least(ring.size)
  await marks.first().focus()
  await page.keyboard.press('Enter')
  await until(page, 'window.__explorer.selection() !== undefined')
}

/** Keeps a page open while another terminal works; it says so, keeps its picture, and shows the new run when asked. */
export async function offersNewRun(page: Page, address: string, work: () => Promise<void>) {
  await ready(page, `${address}/?e2e=1`)
  const before = await read(page, 'inScene')
  await work()
  const banner = page
    .getByRole('status')
    .filter({ has: page.getByRole('button', { name: 'Show it' }) })
  await banner.waitFor()
  expect(await read(page, 'inScene')).to.deep.equal(before)
  // Data comes before the run that works it out, so the page may offer twice.
  await expectSoon(async () => {
    if (await banner.isVisible()) await banner.getByRole('button', { name: 'Show it' }).click()
    return (await page.locator('.ring-row').count()) > 6
  }, 'the new queue')
}
