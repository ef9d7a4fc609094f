import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'
import type { Page } from 'playwright-core'

import { type ServerProcess, startServer } from '../cli/server-process.ts'
import { chromiumPath, openPage, theBrowser } from '../support/browser.ts'
import { axeScript, axeTroubles } from './axe.ts'
import { late, learnt, renamed, writeLearntTwice } from './learnt-twice.ts'
import { saidIn } from './said.ts'
import { expectSoon, ready } from './until.ts'

if (chromiumPath !== undefined) {
  describe('the explorer at a past moment of knowledge', () => {
    const folder = mkdtempSync(join(tmpdir(), 'revenant-known-'))
    let server: ServerProcess

    before(async function () {
      this.timeout(120_000)
      await writeLearntTwice(folder)
      server = await startServer(folder, 0)
    })

    after(async () => {
      await server?.stop()
      rmSync(folder, { recursive: true, force: true })
    })

    const address = (more: Readonly<Record<string, string>>) => {
      const query = { ring: 'ring:taobao.com/101', lang: 'en', e2e: '1', ...more }
      return `${server.address}/?${new URLSearchParams(query)}`
    }

    /** The moments of everything that was asked for, in the address or in the body. */
    const asked = (page: Page) => {
      const moments: string[] = []
      page.on('request', (request) => {
        const moment =
          new URL(request.url()).searchParams.get('knownAt') ?? request.postDataJSON()?.knownAt
        const path = new URL(request.url()).pathname
        if (moment) moments.push(`${path} ${moment}`)
      })
      return moments
    }

    it('is chosen from what happened by keyboard alone, asked for with everything, and left by one button', async () => {
      const { page, troubles } = await openPage(await theBrowser())
      const moments = asked(page)
      await ready(page, address({ node: renamed.key }))
      const inspector = page.locator('.inspector')
      await inspector.getByRole('heading', { name: renamed.now }).waitFor()
      await page.keyboard.press('k')
      await page.locator('.known-list').getByRole('button', { name: /Run 1/ }).focus()
      await page.keyboard.press('Enter')
      const banner = page.locator('.known-banner')
      await banner.getByText('3 things not known yet').waitFor()
      await banner.getByText('links of run 1').waitFor()
      await inspector.getByRole('heading', { name: renamed.before }).waitFor()
      expect(new URL(page.url()).searchParams.get('knownAt')).to.equal(learnt.worked)
      await page.keyboard.press('/')
      await page.keyboard.type(renamed.before)
      await page.locator('.results').getByRole('option', { name: renamed.before }).waitFor()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      for (const path of ['nodes', 'neighbours', 'search', 'gatherings'])
        expect(moments).to.include(`/api/${path} ${learnt.worked}`)
      await banner.getByRole('button', { name: 'Back to now' }).click()
      await inspector.getByRole('heading', { name: renamed.now }).waitFor()
      expect(page.url()).to.not.include('knownAt')
      await page.keyboard.press('Control+z')
      await banner.waitFor()
      expect(troubles).to.deep.equal([])
      await page.context().close()
    }).timeout(60_000)

    for (const lang of ['en', 'zh'] as const) {
      it(`says that nothing was known before the first load, and leads to it (${lang})`, async () => {
        const { page, troubles } = await openPage(await theBrowser(), {
          ...{ width: 1_280, height: 720 },
        })
        const said = saidIn(lang)
        await page.addInitScript({ path: axeScript })
        await ready(page, address({ lang, knownAt: '2026-01-01', node: late }))
        const banner = page.locator('.known-banner')
        await banner.getByText(messageOf(said('known.noneKnown'))).waitFor()
        await page.locator('.inspector .past-note').waitFor()
        expect(await page.evaluate(() => inPage.layoutTroubles())).to.deep.equal([])
        await page.keyboard.press('k')
        await page.locator('.known-list button').first().waitFor()
        expect(await axeTroubles(page, undefined)).to.deep.equal([])
        await page.keyboard.press('Escape')
        await banner.getByRole('button', { name: said('known.firstLoad') }).click()
        const first = new Date(learnt.loaded).toISOString()
        await expectSoon(async () => new URL(page.url()).searchParams.get('knownAt') === first)
        await banner.getByText(messageOf(said('known.linksNone'))).waitFor()
        expect(troubles.filter((trouble) => !trouble.includes('404'))).to.deep.equal([])
        await page.context().close()
      }).timeout(60_000)
    }
  })
}

/** A message that stands in the middle of a sentence. */
function messageOf(said: RegExp): RegExp {
  return new RegExp(said.source.replace(/^\^/, '').replace(/\(\?:\[\^.*$/, ''), 'su')
}
