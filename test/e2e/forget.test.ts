import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'
import type { Page } from 'playwright-core'

import { ForgettingsAnswer } from '../../server/contract/uploads.ts'
import { revenant } from '../cli/command-line.ts'
import { type ServerProcess, startServer } from '../cli/server-process.ts'
import { rightStated, writeRightDataset, writeSmallDataset } from '../jobs/small-dataset.ts'
import { chromiumPath, openPage, theBrowser } from '../support/browser.ts'
import { axeScript, axeTroubles } from './axe.ts'
import { saidIn } from './said.ts'
import { expectSoon, read, ready } from './until.ts'

const stranger = 'shop:jd.com/301'

if (chromiumPath !== undefined) {
  describe('the page of forgetting', () => {
    const folder = mkdtempSync(join(tmpdir(), 'revenant-forget-'))
    let server: ServerProcess

    before(async function () {
      this.timeout(120_000)
      writeSmallDataset(folder)
      writeRightDataset(folder)
      for (const args of [['load', 'small', 'rights'], ['detect']]) {
        const { code, err } = await revenant(folder, args)
        expect(code, err).to.equal(0)
      }
      server = await startServer(folder, 0)
    })

    after(async () => {
      await server?.stop()
      rmSync(folder, { recursive: true, force: true })
    })

    const look = async (page: Page, lang: 'en' | 'zh', name: string) => {
      const said = saidIn(lang)
      const forget = page.locator('.page-body.forget')
      await forget.getByLabel(said('forget.thingName')).fill(name)
      await page.keyboard.press('Enter')
      return { forget, said }
    }
    const traces = async () =>
      ForgettingsAnswer.parse(await (await fetch(`${server.address}/api/forgettings`)).json()).items

    it('says that nothing was forgotten yet, and that there is nothing of an unknown name', async () => {
      const { page } = await openPage(await theBrowser())
      await page.goto(`${server.address}/forget?lang=zh&e2e=1`)
      const { forget } = await look(page, 'zh', '没有这样的店')
      await forget.getByText('没有可以彻底删除的内容').waitFor()
      await forget.getByText('尚无。').waitFor()
      await page.context().close()
    }).timeout(60_000)

    it('shows what would be erased and what stays, in both languages and for those who hear it', async () => {
      for (const lang of ['en', 'zh'] as const) {
        const { page, troubles } = await openPage(await theBrowser(), { width: 640, height: 700 })
        await page.addInitScript({ path: axeScript })
        await page.goto(`${server.address}/forget?lang=${lang}&e2e=1`)
        const { forget, said } = await look(page, lang, 'taobao.com/102')
        await forget.getByRole('heading', { name: 'Golden Lotus 2' }).waitFor()
        await forget.getByText(said('forgetStays.run')).waitFor()
        expect(await page.evaluate(() => inPage.layoutTroubles())).to.deep.equal([])
        expect(await axeTroubles(page, undefined)).to.deep.equal([])
        expect(await page.evaluate('location.search')).to.not.include('102')
        expect(troubles).to.deep.equal([])
        await page.context().close()
      }
    }).timeout(120_000)

    it('erases by keyboard alone once reason, name and what it is are written, and leaves nothing of it in the page', async () => {
      const { page, troubles } = await openPage(await theBrowser())
      await ready(page, `${server.address}/?shop=${encodeURIComponent(stranger)}&lang=en&e2e=1`)
      await page.locator('.graph-canvas .graph-offscreen button[tabindex="0"]').focus()
      await page.keyboard.press('Shift+F10')
      const item = page.getByRole('menuitem', { name: 'Forget for good…' })
      await item.waitFor()
      await page.keyboard.press('End')
      await page.keyboard.press('Enter')
      const form = page.getByRole('form', { name: 'Erase for good' })
      const erase = form.getByRole('button', { name: 'Erase for good' })
      await form.waitFor()
      expect(new URL(page.url()).pathname).to.equal('/forget')
      await form.getByLabel('Reason').focus()
      await page.keyboard.type('a person')
      await page.keyboard.press('Tab')
      await page.keyboard.type('asked for in writing')
      await page.keyboard.press('Tab')
      await page.keyboard.type('An')
      await page.keyboard.press('Tab')
      await page.keyboard.type('shop:jd.com/30')
      expect(await erase.isDisabled()).to.equal(true)
      await page.keyboard.type('1')
      expect(await erase.isDisabled()).to.equal(false)
      await page.keyboard.press('Enter')
      await page.getByText('Forgotten: 1 versions of records').waitFor()
      await page.getByRole('cell', { name: 'asked for in writing' }).waitFor()
      const [trace] = await traces()
      expect(trace?.body).to.include({
        what: 'node',
        versions: 1,
        by: 'An',
        reason: 'erasure_request',
      })
      expect(JSON.stringify(trace)).to.not.include('301')
      await page.keyboard.press('Escape')
      await expectSoon(async () => 0 < (await read(page, 'inScene')).length)
      expect(await read(page, 'inScene')).to.not.include(stranger)
      expect(await page.getByText('Quiet Stranger').count()).to.equal(0)
      expect(troubles.filter((trouble) => !trouble.includes('404'))).to.deep.equal([])
      await page.context().close()
    }).timeout(60_000)

    it('says why nothing may be erased where a sealed lead may stand on it, and offers no form', async () => {
      const { code, err } = await revenant(folder, [
        'lead',
        ...(await aRing()),
        '--to',
        'customs',
        '--right',
        rightStated,
      ])
      expect(code, err).to.equal(0)
      const { page } = await openPage(await theBrowser())
      await page.goto(`${server.address}/forget?lang=en&e2e=1`)
      const { forget } = await look(page, 'en', 'taobao.com/101')
      await forget.getByText('It cannot be forgotten now').waitFor()
      await forget.getByText('what sealed leads stand on').waitFor()
      expect(await forget.getByRole('button', { name: 'Erase for good' }).count()).to.equal(0)
      await page.context().close()
    }).timeout(60_000)

    it('is handed over by the command, which tells the same', async () => {
      const trace = ['--reason', 'mistaken', '--because', 'twice', '--by', 'Bo']
      const gone = await revenant(folder, ['forget', 'jd.com/301', ...trace])
      expect(gone.code).to.equal(2)
      expect(gone.err).to.include('There is nothing to forget')
      expect(await traces()).to.have.length(1)
      const { code, out, err } = await revenant(folder, ['forget', 'jd.com/202', ...trace])
      expect(code, err).to.equal(0)
      expect(JSON.parse(out).body).to.include({ what: 'node', versions: 1, by: 'Bo' })
      expect((await traces()).at(-1)).to.deep.equal(JSON.parse(out))
    }).timeout(60_000)

    async function aRing(): Promise<string[]> {
      const answer = await (await fetch(`${server.address}/api/rings?limit=100`)).json()
      const rings = (answer as { items: { id: string; shops?: unknown }[] }).items
      for (const { id } of rings) {
        const ring = await (
          await fetch(`${server.address}/api/rings/${encodeURIComponent(id)}`)
        ).text()
        if (ring.includes('taobao.com/101')) return [id, '--by', 'An', '--out', 'lead.zip']
      }
      throw new Error('no ring holds the shop')
    }
  })
}
