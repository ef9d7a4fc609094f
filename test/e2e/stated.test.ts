import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'

import { type ServerProcess, startServer } from '../cli/server-process.ts'
import { chromiumPath, openBrowser, openPage } from '../support/browser.ts'
import { until } from './until.ts'

if (chromiumPath !== undefined) {
  describe('who people say does what, and what to act on', () => {
    const folder = mkdtempSync(join(tmpdir(), 'revenant-stated-'))
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

    const opened = async (path: string) => {
      const { page, troubles } = await openPage(browser)
      await page.goto(`${server.address}${path}`)
      await until(page, '0 < (window.__explorer?.inScene().length ?? 0)')
      return { page, troubles }
    }

    it('is stated with evidence, taken back by undo and said again by redo', async () => {
      const { page, troubles } = await opened('/?e2e=1&lang=en')
      const panel = page.locator('.stated')
      await panel.getByRole('button', { name: 'State a role' }).click()
      await state(page)
      await panel.getByText('stated by An').waitFor()
      expect(await panel.locator('del').count()).to.equal(0)
      await page.keyboard.press('Control+z')
      await panel.getByText('withdrawn by An').waitFor()
      await page.keyboard.press('Control+Shift+z')
      await panel.locator('.stated-said b').waitFor()
      expect(await panel.locator('del').count()).to.equal(1)
      expect(troubles).to.deep.equal([])
      await page.context().close()
    }).timeout(60_000)

    it('opens with a key, sorts by a column, and leads from a row to its thing in the picture', async () => {
      const { page, troubles } = await opened('/?e2e=1&lang=en')
      await page.keyboard.press('Shift+K')
      expect(new URL(page.url()).pathname).to.equal('/targets')
      const table = page.locator('.targets-table')
      await table.waitFor()
      await table.getByRole('button', { name: 'Shops' }).click()
      await table.locator('th[aria-sort="descending"]').getByText('Shops').waitFor()
      const first = table.locator('tbody th button').first()
      await first.click()
      await page.locator('.page').waitFor({ state: 'detached' })
      await until(page, "window.__explorer.selection()?.kind === 'nodes'")
      expect(troubles).to.deep.equal([])
      await page.context().close()
    }).timeout(60_000)
  })
}

/** Fills the form in and sends it. */
async function state(page: Page): Promise<void> {
  const form = page.getByRole('form', { name: 'State a role' })
  await form.locator('select').first().selectOption('organiser')
  await form.getByLabel('Why').fill('named by two sellers')
  const send = form.getByRole('button', { name: 'State it' })
  await form.getByLabel('Your name').fill('An')
  expect(await send.isDisabled(), 'without evidence').to.equal(true)
  await form.getByLabel('Source, in your own words').fill('statement of a courier')
  await send.click()
}
