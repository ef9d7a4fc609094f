import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'

import { type ServerProcess, startServer } from '../cli/server-process.ts'
import { smallFiles, writeDataset } from '../jobs/small-dataset.ts'
import { report } from '../support/availability.ts'
import { chromiumPath, openBrowser, openPage } from '../support/browser.ts'
import { until } from './until.ts'

if (chromiumPath === undefined) {
  report('Browser', 'no Chromium was found here (CHROMIUM names one)')
} else {
  describe('the pages beside the picture', () => {
    const folder = mkdtempSync(join(tmpdir(), 'revenant-pages-'))
    let server: ServerProcess
    let browser: Browser

    before(async function () {
      this.timeout(120_000)
      server = await startServer(folder, 0)
      browser = await openBrowser()
    })

    after(async () => {
      await browser?.close()
      await server?.stop()
      rmSync(folder, { recursive: true, force: true })
    })

    it('open from an address of their own, with the keys of the picture off until Esc', async () => {
      const { page, troubles } = await openPage(browser)
      await page.goto(`${server.address}/runs?e2e=1&lang=zh`)
      await page.getByRole('heading', { name: '运行', exact: true }).waitFor()
      await until(page, '0 < (window.__explorer?.inScene().length ?? 0)')
      await page.keyboard.press('5')
      await page.keyboard.press('Control+a')
      expect(await page.evaluate('window.__explorer.selection()')).to.equal(undefined)
      expect(page.url()).to.not.include('layout=table')
      await page.keyboard.press('Escape')
      await page.locator('.page').waitFor({ state: 'detached' })
      await page.keyboard.press('5')
      await page.waitForURL(/layout=table/)
      expect(troubles).to.deep.equal([])
      await page.context().close()
    }).timeout(60_000)

    it('take a lead from the draft over a second person and the seal to an outcome', async () => {
      const { page, troubles } = await openPage(browser)
      await page.goto(`${server.address}/?e2e=1`)
      await until(page, '0 < (window.__explorer?.inScene().length ?? 0)')
      await draft(page)
      const lead = page.locator('.lead')
      await step(page, 'Mark as reviewed', 'Bo')
      await step(page, 'Approve', 'An')
      await lead.getByText('An wrote this lead and cannot approve it').waitFor()
      await page.keyboard.press('Escape')
      await step(page, 'Approve', 'Bo')
      await step(page, 'Seal', 'An')
      await lead
        .getByText(/SHA-256 [0-9a-f]{64}/)
        .nth(1)
        .waitFor()
      const links = lead.getByRole('link', { name: /^Download L-/ })
      for (const link of await links.all()) {
        const file = await page.request.get(`${server.address}${await link.getAttribute('href')}`)
        expect(file.headers()['content-type']).to.equal('application/zip')
      }
      await step(page, 'Mark as transmitted', 'An')
      await recordOutcome(page)
      await page.getByRole('tab', { name: 'Figures' }).click()
      await page.getByRole('row', { name: /^\d{4} 1 3 0/ }).waitFor()
      await page.keyboard.press('Shift+L')
      await page.locator('.page').waitFor({ state: 'detached' })
      expect(troubles.filter((trouble) => !trouble.includes('409'))).to.deep.equal([])
      await page.context().close()
    }).timeout(90_000)

    it('load a folder with a bad row, work out two runs, tell what changed, and open it in the picture', async () => {
      const { page, troubles } = await openPage(browser)
      await page.goto(`${server.address}/?e2e=1`)
      await until(page, '0 < (window.__explorer?.inScene().length ?? 0)')

      await page.keyboard.press('Shift+I')
      expect(new URL(page.url()).pathname).to.equal('/import')
      await page.getByText('Nothing of yours is loaded yet').waitFor()
      await load(page, writeDataset(folder, 'first', { files: withBadRow }))
      await page.getByText('8 accepted + 1 quarantined = 9 rows read').waitFor()
      await page.getByRole('button', { name: 'Quarantined rows 1', exact: true }).click()
      await page.getByText('“shop_id” is empty').waitFor()

      await page.getByRole('button', { name: 'Work out a run now' }).click()
      await page.getByText('Run 1 is here').waitFor()
      await page.getByText('Run 1 is the first').waitFor()
      await page.keyboard.press('Shift+I')
      await load(page, writeDataset(folder, 'second', { files: withAnother }))
      await page.getByRole('button', { name: 'Work out a run now' }).click()
      await page.getByText('Run 2 is here').waitFor()
      const grown = page.getByRole('row', { name: /^grown/ })
      await grown.waitFor()
      await grown.getByRole('button').click()
      await until(page, 'window.__explorer.inScene().includes("shop:taobao.com/104")')
      expect(new URL(page.url()).pathname).to.equal('/')
      expect(await page.locator('.page').count()).to.equal(0)
      expect(troubles).to.deep.equal([])
      await page.context().close()
    }).timeout(90_000)

    it('load tables that nothing describes: guess, correction, first rows, then a load that is held and refused', async () => {
      const { page, troubles } = await openPage(browser)
      await page.goto(`${server.address}/import?e2e=1`)
      await choose(page, { 'sellers.csv': sellers, 'notes.xlsx': 'no workbook' })
      await page.getByRole('button', { name: 'Look at the columns' }).click()
      await page.getByText('notes.xlsx is no XLSX workbook').waitFor()
      await page.getByText('Still missing: sellers.csv: platform, Source, Licence').waitFor()
      const phone = page.getByLabel('What Tel is taken for')
      expect(await phone.inputValue()).to.equal('phone')
      const second = page.getByLabel('What Second is taken for')
      await second.selectOption('name')
      await page.getByText('you chose it').waitFor()
      await second.selectOption('phone')
      const settled = '.mapping[aria-busy=false] option:checked[value=phone]'
      await page.locator(settled).nth(1).waitFor({ state: 'attached' })
      const both = [await phone.inputValue(), await second.inputValue()]
      expect(both).to.deep.equal(['phone', 'phone'])
      expect(await page.getByLabel('Rows of the header').inputValue()).to.equal('1')
      await page.getByLabel('platform *').fill('taobao.com')
      await page.getByLabel('Source *').fill('a market')
      await page.getByLabel('Licence *').fill('internal')
      await page.getByRole('button', { name: 'Look at the first rows' }).click()
      await page.getByText('2 accepted + 1 quarantined = 3 rows read').waitFor()
      await page.getByText('“shop_id” is empty').waitFor()
      await page.getByRole('button', { name: 'Load 1 file' }).click()
      await page.getByText('Loaded: sellers').waitFor()

      await choose(page, { 'dataset.json': expecting, 'shop.csv': smallFiles['shop.csv'] })
      await page.getByRole('button', { name: 'Load 2 files' }).click()
      await page.getByText('weekly/shop.csv has 6 rows, and 80 to 120 are expected.').waitFor()
      await page.reload()
      await page.getByRole('button', { name: 'Refuse them' }).click()
      await page.getByText('Held: nothing of it is loaded yet').waitFor({ state: 'detached' })
      expect(await page.getByText('weekly').count()).to.equal(0)
      expect(troubles).to.deep.equal([])
      await page.context().close()
    }).timeout(90_000)
  })
}

/** Drafts a lead for two recipients on the ring that is open. */
async function draft(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Build the lead' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Draft a lead' }).click()
  await dialog.getByRole('button', { name: 'Add a recipient' }).click()
  for (const [place, [name, country]] of [
    ['Customs, Shenzhen', 'cn'],
    ['Halvéa Brand Protection', 'FR'],
  ].entries()) {
    const recipient = dialog.getByRole('group', { name: `Recipient ${place + 1}` })
    await recipient.getByLabel('Name').fill(name ?? '')
    await recipient.getByLabel('Country').fill(country ?? '')
  }
  await dialog.getByLabel('Who that is').nth(1).selectOption('rights_holder')
  await dialog.getByLabel('What is asked').fill('Inspect the warehouse')
  await dialog.getByLabel('Your name').fill('An')
  await dialog.getByRole('button', { name: 'Draft the lead' }).click()
  await page.waitForURL(/\/leads\/L-\d{4}-000001-v1/)
}

async function step(page: Page, button: string, by: string): Promise<void> {
  await page.locator('.lead-next').getByRole('button', { name: button, exact: true }).click()
  const form = page.locator('.lead-next form')
  await form.getByLabel('Your name').fill(by)
  await form.getByRole('button', { name: button, exact: true }).click()
  // A refusal leaves the form open.
  await form.locator('.notice').or(page.locator('.lead-next:not(:has(form))')).first().waitFor()
}

/** Records an outcome, which a second person verifies. */
async function recordOutcome(page: Page): Promise<void> {
  const lead = page.locator('.lead')
  await lead.getByRole('button', { name: 'Add an outcome' }).click()
  const form = lead.getByRole('form')
  await form.getByLabel('Day').fill('2026-04-02')
  await form.getByLabel('How many').fill('3')
  await form.getByLabel('Document').fill('Letter 7')
  await form.getByRole('button', { name: 'Record it' }).click()
  await lead.getByRole('button', { name: /^Verify: / }).click()
  await form.getByLabel('Your name').fill('Bo')
  await form.getByRole('button', { name: 'Verify', exact: true }).click()
  await lead.getByText('Verified by', { exact: true }).waitFor()
}

const withBadRow = {
  ...smallFiles,
  'shop.csv': `${smallFiles['shop.csv']}taobao.com,,Nameless,,,,,,,,,,,\n`,
}
const withAnother = {
  ...smallFiles,
  'shop.csv': `${smallFiles['shop.csv']}taobao.com,104,Golden Lotus 4,2024-07-05,,,+8613800000002,lotus2@example.com,6222021234567890123,bank,Zhang Min,person,F1,Putian Shoes\n`,
}

async function load(page: Page, path: string): Promise<void> {
  await page.locator('[data-pick=folder]').setInputFiles(path)
  await page.getByRole('button', { name: /^Load \d+ files/ }).click()
  await page.getByText('Loaded: small').waitFor()
}

const sellers =
  'Shop,Tel,Second\n1,13800138001,13900139001\n2,13800138002,13900139002\n,13800138003,\n'
const expecting = JSON.stringify({
  ...{ name: 'weekly', source: 'a market', licence: 'internal', asOf: '2026-03-01' },
  files: [{ file: 'shop.csv', kind: 'shop', expect: { rows: 100 } }],
})

async function choose(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const named = Object.entries(files).map(([name, text]) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(text),
  }))
  await page.locator('[data-pick=files]').setInputFiles(named)
}
