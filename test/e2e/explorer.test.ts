import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'

import { revenant } from '../cli/command-line.ts'
import { type ServerProcess, startServer } from '../cli/server-process.ts'
import { rightStated, writeRightDataset } from '../jobs/small-dataset.ts'
import { report } from '../support/availability.ts'
import {
  chromiumPath,
  openBrowser,
  openPage,
  theBrowser,
  type WatchedPage,
} from '../support/browser.ts'
import type { Hand } from './hand.ts'
import { journeys } from './journeys.ts'
import { keyboardHand } from './keyboard-hand.ts'
import { mouseHand } from './mouse-hand.ts'
import { type Said, saidIn } from './said.ts'
import {
  ledgerOf,
  offersNewRun,
  plainPicture,
  sealLead,
  searchAndExpand,
  undoneDecision,
} from './walk.ts'
import { firstRing, strangerWithChineseName, type World, worldAt } from './world.ts'

const samples = join(import.meta.dirname, '../../datasets/samples')

/** What the explorer is walked on: what ships with it, and a market nobody has seen before. Each gives the right that a lead has to name, empty where records lead to one. */
const subjects: Record<string, (folder: string) => Promise<string>> = {
  'the demo': async () => '',
  'a world of a fresh seed': async (folder) => {
    const seed = String(Math.floor(Date.now() / 1000) % 100_000)
    process.stdout.write(`      the fresh seed is ${seed}\n`)
    const world = join(folder, 'world')
    const runs = [
      ['generate', '--shops', '300', '--seed', seed, '--evasion', '0', '--out', world],
      ['load', join(world, 'data'), writeRightDataset(folder)],
      ['detect'],
    ]
    for (const args of runs) {
      const { code, err } = await revenant(folder, args)
      expect(code, `seed ${seed}: ${args.join(' ')}: ${err}`).to.equal(0)
    }
    return rightStated
  },
}

const hands: Readonly<Record<string, (page: Page, said: Said) => Hand>> = {
  'by mouse': mouseHand,
  'by keyboard alone': keyboardHand,
}

const languages = { English: 'en', 简体中文: 'zh' } as const

/** Each language with each hand; on a fresh seed every second of them, unless all are asked for. */
function isWalked(subject: string, tongue: string, means: string): boolean {
  const shipped = subject === 'the demo' || process.env.REVENANT_E2E === 'all'
  return shipped || (tongue === 'English') === (means === 'by mouse')
}

if (chromiumPath === undefined) {
  report('Browser', 'no Chromium was found here (CHROMIUM names one)')
} else {
  for (const [name, prepare] of Object.entries(subjects)) {
    describe(`the explorer on ${name}`, () => {
      const folder = mkdtempSync(join(tmpdir(), 'revenant-e2e-'))
      let server: ServerProcess
      let browser: Browser
      let world: World
      let right = ''
      let walked: WatchedPage

      before(async function () {
        this.timeout(120_000)
        right = await prepare(folder)
        server = await startServer(folder, 0)
        browser = await theBrowser()
        world = await worldAt(server.address)
        walked = await openPage(browser, { width: 1280, height: 720 })
      })

      after(async () => {
        await walked?.page.context().close()
        await server?.stop()
        rmSync(folder, { recursive: true, force: true })
      })

      it('finds a Chinese name, expands it with counts first, and takes that back', async () => {
        const { page, troubles } = await openPage(browser)
        const stranger = await strangerWithChineseName(server.address)
        await searchAndExpand(page, server.address, stranger)
        expect(troubles).to.deep.equal([])
        await page.context().close()
      }).timeout(60_000)

      it('shows a link as bits that add up, keeps a decision, and undo retracts it', async () => {
        const { page, troubles } = await openPage(browser)
        const ring = await firstRing(server.address)
        await ledgerOf(page, server.address, ring)
        await undoneDecision(page, server.address, ring)
        expect(troubles).to.deep.equal([])
        await page.context().close()
      }).timeout(60_000)

      it('draws the same ring without WebGL, says so, and selects from the keyboard', async () => {
        const plain = await openBrowser({ webgl: false })
        try {
          const { page, troubles } = await openPage(plain)
          await plainPicture(page, server.address, await firstRing(server.address))
          expect(troubles).to.deep.equal([])
        } finally {
          await plain.close()
        }
      }).timeout(60_000)

      it('exports a lead that verifies', async () => {
        const { page, troubles } = await openPage(browser)
        const ring = await firstRing(server.address)
        const file = await sealLead(page, server.address, ring, { folder, right })
        const { code, out } = await revenant(folder, ['verify', file])
        expect({ code, out }).to.have.property('code', 0)
        expect(troubles).to.deep.equal([])
        await page.context().close()
      }).timeout(60_000)

      for (const [tongue, language] of Object.entries(languages)) {
        for (const [means, handOn] of Object.entries(hands)) {
          if (!isWalked(name, tongue, means)) continue
          for (const [journey, walk] of Object.entries(journeys)) {
            it(`${journey}, ${means}, in ${tongue}`, async () => {
              const { page, troubles } = walked
              const said = saidIn(language)
              await walk({ page, hand: handOn(page, said), said, language, world, right })
              expect(troubles.splice(0)).to.deep.equal([])
            }).timeout(60_000)
          }
        }
      }

      it('offers what another terminal loads and works out, and changes nothing by itself', async () => {
        const { page, troubles } = await openPage(browser)
        await offersNewRun(page, server.address, async () => {
          for (const args of [['load', join(samples, 'brand-tokens/data')], ['detect']]) {
            const { code, err } = await revenant(folder, args)
            expect(code, err).to.equal(0)
          }
        })
        expect(troubles).to.deep.equal([])
        await page.context().close()
      }).timeout(90_000)
    })
  }
}
