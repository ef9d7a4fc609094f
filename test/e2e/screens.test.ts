import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'
import type { Page } from 'playwright-core'

import { type ServerProcess, startServer } from '../cli/server-process.ts'
import { chromiumPath, openPage, theBrowser } from '../support/browser.ts'
import { axeScript, axeTroubles } from './axe.ts'
import { saidIn } from './said.ts'
import { tours } from './tours.ts'
import { type World, worldAt } from './world.ts'

/** Windows in which nothing may be lost: the smallest that the layout is made for, and that window zoomed to 200 %. */
const windows = { 'at 1280 × 720': [1280, 720], 'at 200 %': [640, 360] } as const

/** Which rules of axe are asked in a theme: the dark one has other colors and nothing else. */
const themes = { light: undefined, dark: ['color-contrast', 'link-in-text-block'] }

if (chromiumPath !== undefined) {
  describe('every screen of the explorer', () => {
    const folder = mkdtempSync(join(tmpdir(), 'revenant-screens-'))
    let server: ServerProcess
    let world: World

    before(async function () {
      this.timeout(120_000)
      server = await startServer(folder, 0)
      world = await worldAt(server.address)
    })

    after(async () => {
      await server?.stop()
      rmSync(folder, { recursive: true, force: true })
    })

    for (const [name, tour] of Object.entries(tours)) {
      it(`can be read out, read and pressed in both themes and at 200 %: ${name}`, async () => {
        const { page, troubles } = await openPage(await theBrowser())
        await page.addInitScript({ path: axeScript })
        const found: string[] = []
        const stop = async (screen: string) => {
          const here = [...(await readOut(page)), ...(await placed(page))]
          found.push(...here.map((trouble) => `${screen}: ${trouble}`))
        }
        await tour({ page, said: saidIn('en'), world, stop })
        expect(found).to.deep.equal([])
        expect(troubles.filter((trouble) => !isRefused(trouble))).to.deep.equal([])
        await page.context().close()
      }).timeout(120_000)
    }

    it('is held against a law that sees what is cut, covered and lost', async () => {
      const { page } = await openPage(await theBrowser(), { width: 640, height: 360 })
      await page.goto(`${server.address}/api/health`)
      await page.setContent(`
        <button style="position:absolute;left:0;top:0;width:80px">one</button>
        <button style="position:absolute;left:40px;top:0;width:80px">two</button>
        <div style="overflow:hidden;width:90px;height:20px;margin-top:60px"><a href="/" style="margin-left:70px">three</a></div>
        <div style="width:2000px;height:1px"></div>`)
      const seen = await page.evaluate(() => inPage.layoutTroubles())
      expect(seen).to.have.length(3)
      expect(seen.join()).to.match(/the page is .* wide.*three.*cut off.*one.*two.*overlap/s)
      await page.context().close()
    })
  })
}

/** What keeps people who hear the page, or see little, from using it. */
async function readOut(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const [theme, rules] of Object.entries(themes)) {
    await wear(page, theme)
    found.push(...(await axeTroubles(page, rules)).map((trouble) => `${theme}: ${trouble}`))
  }
  await wear(page, 'light')
  return found
}

/** Puts a theme on what is shown without pressing anything. */
async function wear(page: Page, theme: string): Promise<void> {
  const root = 'document.documentElement.dataset'
  await page.evaluate(`${root}.theme = ${root}.mantineColorScheme = '${theme}'`)
}

async function placed(page: Page): Promise<readonly string[]> {
  const before = page.viewportSize()
  const found: string[] = []
  for (const [name, [width, height]] of Object.entries(windows)) {
    await page.setViewportSize({ width, height })
    const troubles = await page.evaluate(() => inPage.settledTroubles())
    found.push(...troubles.map((trouble) => `${name}: ${trouble}`))
  }
  if (before !== null) await page.setViewportSize(before)
  return found
}

/** Answers that a tour itself asks to fail. */
function isRefused(trouble: string): boolean {
  return trouble.startsWith('console: Failed to load resource')
}
