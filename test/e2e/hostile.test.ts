import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'
import type { Locator, Page } from 'playwright-core'

import { RingAnswer, RingsAnswer } from '../../server/contract/ring.ts'
import { labelOf } from '../../server/picture/names.ts'
import { words } from '../../server/picture/words.ts'
import { revenant } from '../cli/command-line.ts'
import { type ServerProcess, startServer } from '../cli/server-process.ts'
import { chromiumPath, openPage, theBrowser, type WatchedPage } from '../support/browser.ts'
import { writeHostileDataset } from './hostile/dataset.ts'
import { alarm } from './hostile/injections.ts'
import { families, hostileStrings } from './hostile/strings.ts'
import { saidIn } from './said.ts'
import { expectSoon, ready, until } from './until.ts'

const said = saidIn('en')

if (chromiumPath !== undefined) {
  describe('hostile texts', () => {
    const folder = mkdtempSync(join(tmpdir(), 'revenant-hostile-'))
    const data = join(folder, 'hostile')
    let server: ServerProcess
    let rings: readonly RingAnswer[]
    let watched: WatchedPage

    before(async function () {
      this.timeout(120_000)
      writeHostileDataset(data)
      for (const args of [['load', data], ['detect']]) {
        const { code, err } = await revenant(folder, args)
        expect(code, err).to.equal(0)
      }
      server = await startServer(folder, 0)
      rings = await ringsAt(server.address)
      watched = await openPage(await theBrowser())
      await watched.page.addInitScript(
        `globalThis.alarmOfTest = () => console.error('a script ran')`,
      )
    })

    after(async () => {
      await watched?.page.context().close()
      await server?.stop()
      rmSync(folder, { recursive: true, force: true })
    })

    /** Nothing ran, nothing was refused, nothing left this machine, nothing failed. */
    afterEach(() => {
      expect(watched.troubles.splice(0)).to.deep.equal([])
    })

    it('are six hundred and more, of every family, and stand in the fields of one dataset', () => {
      expect(hostileStrings.length).to.be.at.least(600)
      for (const [family, texts] of Object.entries(families))
        expect(texts.length, family).to.be.at.least(8)
      const loaded = ['shop', 'listing', 'factory', 'event', 'link', 'identity', 'parcel', 'place']
        .map((kind) => readFileSync(join(data, `${kind}.ndjson`), 'utf8'))
        .join('')
      const absent = hostileStrings.filter(
        (text) => !loaded.includes(JSON.stringify(text).slice(1, -1)),
      )
      expect(absent).to.deep.equal([])
    })

    it('would be heard if one of them ran', async () => {
      const { page, troubles } = watched
      await ready(page, `${server.address}/?e2e=1&lang=en`)
      await page.evaluate(alarm)
      expect(troubles.splice(0)).to.deep.equal(['console: a script ran'])
    })

    it('are shown as texts in queue, lanes, graph, map, split, table and inspector', async () => {
      const { page } = watched
      await ready(page, `${server.address}/?e2e=1&lang=en`)
      for (const answer of rings) {
        await openRing(page, answer)
        await eachView(page)
        await showsNames(page, answer)
        expect(await page.evaluate(() => inPage.bidiTroubles())).to.deep.equal([])
      }
    }).timeout(120_000)

    it('turn nothing round but themselves', async () => {
      const { page } = watched
      const turning = rings
        .flatMap(({ ring, nodes }) => nodes.map(({ key, name }) => ({ ring: ring.id, key, name })))
        .filter(({ name }) => /[\u202a-\u2069\u0600-\u06ff]/u.test(name))
      expect(turning).to.not.have.length(0)
      for (const { ring, key, name } of turning.slice(0, 4)) {
        const query = new URLSearchParams({
          ring,
          node: key,
          layout: 'table',
          lang: 'en',
          e2e: '1',
        })
        await ready(page, `${server.address}/?${query}`)
        await page.locator('.table-view').waitFor()
        expect(await page.evaluate(() => inPage.bidiTroubles()), name).to.deep.equal([])
      }
    }).timeout(60_000)

    it('are kept in a sealed lead and its page', async () => {
      const { page } = watched
      const [answer] = rings
      await ready(
        page,
        `${server.address}/?e2e=1&lang=en&ring=${encodeURIComponent(answer?.ring.id ?? '')}`,
      )
      await page
        .locator('.viewbar')
        .getByRole('button', { name: said('shell.buildLead') })
        .click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox').nth(0).fill(hostile(0, 180))
      await dialog.getByRole('textbox').nth(1).fill(hostile(40, 180))
      await dialog.getByRole('button', { name: said('lead.seal') }).click()
      await dialog.getByRole('link', { name: said('lead.download') }).waitFor()
    }).timeout(60_000)

    it('can be typed into every box', async () => {
      const { page } = watched
      const [answer] = rings
      const shop = answer?.ring.members[0]?.shop ?? ''
      const query = new URLSearchParams({
        ring: answer?.ring.id ?? '',
        node: shop,
        lang: 'en',
        e2e: '1',
      })
      await ready(page, `${server.address}/?${query}`)
      await searchForAll(page)
      await note(page)
      await hold(page)
      await caseOf(page)
      await paste(page)
      await narrow(page)
    }).timeout(120_000)
  })
}

async function ringsAt(address: string): Promise<readonly RingAnswer[]> {
  const ask = async (path: string) => (await fetch(`${address}${path}`)).json()
  const { items } = RingsAnswer.parse(await ask('/api/rings?limit=12'))
  return Promise.all(
    items.map(async ({ id }) =>
      RingAnswer.parse(await ask(`/api/rings/${encodeURIComponent(id)}`)),
    ),
  )
}

/** The texts from a place on, as many as a box takes. */
function hostile(from: number, most: number): string {
  const text = hostileStrings.slice(from).join(' ')
  return [...text].slice(0, most).join('').toWellFormed()
}

async function openRing(page: Page, { ring }: RingAnswer): Promise<void> {
  const row = page.locator('.ring-row').nth(ring.rank - 1)
  expect(squeezed(await row.textContent())).to.include(
    squeezed(labelOf(named(ring), words.en).name),
  )
  await row.click()
  await page.locator('.ring-row[aria-current="true"]').nth(0).waitFor()
}

function named({ id, name }: RingAnswer['ring']) {
  return { key: id, kind: 'Ring' as const, name, properties: {}, lives: [], records: [] }
}

async function eachView(page: Page): Promise<void> {
  for (const view of ['lanes', 'force', 'map', 'split', 'table']) {
    const key = String(['lanes', 'force', 'map', 'split', 'table'].indexOf(view) + 1)
    await page.keyboard.press(key)
    await expectSoon(async () => page.url().includes(`layout=${view}`), view)
    await until(page, 'window.__explorer.settled()')
  }
}

/** Every shop of the ring by its name, in the pane and in the table. */
async function showsNames(page: Page, { ring, nodes }: RingAnswer): Promise<void> {
  await page
    .locator('.inspector')
    .getByRole('tab', { name: said('ring.members') })
    .click()
  const [pane, table] = await Promise.all(
    ['.inspector', '.table-view'].map(async (part) =>
      squeezed(await page.locator(part).textContent()),
    ),
  )
  const members = new Set(ring.members.map(({ shop }) => shop))
  for (const node of nodes.filter(({ key }) => members.has(key))) {
    const name = squeezed(labelOf(node, words.en).name)
    expect(pane).to.include(name)
    expect(table).to.include(name)
  }
}

/** White space as a page shows it. */
function squeezed(text: string | null): string {
  return (text ?? '').replaceAll(/\s+/gu, ' ').trim()
}

/** Each by itself; one of every so many is also typed and waited for. */
async function searchForAll(page: Page): Promise<void> {
  const field = page.getByRole('combobox').first()
  await field.evaluate((element, texts) => inPage.writeAll(element, texts), hostileStrings)
  for (const text of hostileStrings.filter((_, place) => place % 40 === 0)) {
    await field.fill(text)
    if (text.trim() !== '') await page.locator('.results').waitFor()
  }
  await field.fill('')
}

async function note(page: Page): Promise<void> {
  const inspector = page.locator('.inspector')
  await inspector.getByRole('tab', { name: said('notes.title') }).click()
  const form = inspector.getByRole('form')
  for (let from = 0; from < hostileStrings.length; from += 210) {
    const text = hostile(from, 3_900)
    await form.getByRole('textbox').nth(0).fill(text)
    await form.getByRole('textbox').nth(1).fill(hostile(from, 190))
    await form.getByRole('button', { name: said('notes.save') }).click()
    await shows(inspector.locator('.written').first(), text)
  }
}

async function hold(page: Page): Promise<void> {
  const inspector = page.locator('.inspector')
  await inspector.getByRole('tab', { name: said('node.summary') }).click()
  await inspector.getByRole('button', { name: said('hold.place') }).click()
  const form = inspector.getByRole('form')
  await form.locator('input[type="date"]').fill('2099-12-31')
  await form.locator('textarea').fill(hostile(300, 3_900))
  await form.getByRole('textbox').last().fill(hostile(500, 190))
  await form.getByRole('button', { name: said('hold.save') }).click()
  await inspector.getByRole('button', { name: said('hold.release') }).waitFor()
}

async function caseOf(page: Page): Promise<void> {
  const rail = page.locator('.rail')
  await rail.getByRole('tab', { name: said('cases.title') }).click()
  await rail.getByRole('button', { name: said('cases.create') }).click()
  const form = rail.getByRole('form')
  for (const box of [0, 1, 2])
    await form
      .getByRole('textbox')
      .nth(box)
      .fill(hostile(100 * box, 190))
  await form.getByRole('button', { name: said('cases.save') }).click()
  await form.getByRole('textbox').nth(2).waitFor({ state: 'detached' })
  for (const box of [0, 1]) {
    const line = rail.locator('.add-line .field').nth(box)
    await line.fill(hostile(250 * box, 3_900))
    await line.press('Enter')
    await expectSoon(async () => (await line.inputValue()) === '', 'the line')
  }
}

async function paste(page: Page): Promise<void> {
  await page.getByRole('button', { name: said('cases.paste') }).click()
  const dialog = page.getByRole('dialog')
  const lines = hostileStrings.filter((text) => text.length < 300 && text.trim() !== '')
  for (const part of [lines.slice(0, 300), lines.slice(300)]) {
    await dialog.getByRole('textbox').fill(part.join('\n'))
    await dialog.getByRole('button', { name: said('paste.look') }).click()
    await dialog.locator('.paste-columns').waitFor()
    await dialog.getByRole('button', { name: said('paste.back') }).click()
  }
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}

async function narrow(page: Page): Promise<void> {
  await page.keyboard.press('5')
  const box = page.locator('.table-text')
  await box.evaluate((element, texts) => inPage.writeAll(element, texts), hostileStrings)
  await box.fill('店')
}

async function shows(place: Locator, text: string): Promise<void> {
  await expectSoon(
    async () => squeezed(await place.textContent().catch(() => '')) === squeezed(text),
    `the text ${text.slice(0, 40)}`,
  )
}
