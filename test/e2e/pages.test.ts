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
  })
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
