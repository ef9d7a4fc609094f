import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'
import type { Page } from 'playwright-core'

import { NeighboursAnswer } from '../../server/contract/graph.ts'
import { type ServerProcess, startServer } from '../cli/server-process.ts'
import { chromiumPath, openPage, theBrowser } from '../support/browser.ts'
import { saidIn } from './said.ts'
import { expectSoon, read, ready } from './until.ts'
import { type World, worldAt } from './world.ts'

if (chromiumPath !== undefined) {
  describe('the explorer on a day in the past', () => {
    const folder = mkdtempSync(join(tmpdir(), 'revenant-past-'))
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

    /** The days of everything that was asked for as of one. */
    const watched = (page: Page) => {
      const days: string[] = []
      page.on('request', (request) => {
        const day = new URL(request.url()).searchParams.get('asOf')
        if (request.url().includes('/api/')) days.push(day ?? 'now')
      })
      return days
    }

    const address = (more: Readonly<Record<string, string>>) =>
      `${server.address}/?${new URLSearchParams({ ring: world.supplied.ring.id, e2e: '1', ...more })}`

    for (const lang of ['en', 'zh'] as const) {
      it(`says that nothing by a name was on record, and goes back by keyboard alone (${lang})`, async () => {
        const { page, troubles } = await openPage(await theBrowser())
        const said = saidIn(lang)
        const [shop] = world.linked
        await ready(page, address({ lang, asOf: '1990-01-01' }))
        await page.keyboard.press('/')
        const field = page.getByRole('combobox').first()
        expect(await field.getAttribute('placeholder')).to.include('1990-01-01')
        await page.keyboard.type(shop.name)
        const foot = page.locator('.results .foot')
        await foot.getByText('1990-01-01').waitFor()
        expect(await page.locator('.results').getByRole('option').count()).to.equal(1)
        await page.keyboard.press('Enter')
        await page.locator('.results').getByRole('option', { name: shop.name }).first().waitFor()
        expect(page.url()).to.not.include('asOf')
        expect(await field.getAttribute('placeholder')).to.match(said('search.placeholder'))
        expect(troubles).to.deep.equal([])
        await page.context().close()
      }).timeout(60_000)
    }

    it('expands to what was there then, asks with the day, and says it in the history', async () => {
      const { page, troubles } = await openPage(await theBrowser())
      const { shop, day, then, now } = await grown(world)
      const days = watched(page)
      await ready(
        page,
        `${server.address}/?${new URLSearchParams({ shop, asOf: day, e2e: '1', lang: 'en' })}`,
      )
      await page.locator('.past-note').waitFor()
      await page.keyboard.press('e')
      await expectSoon(async () => (await read(page, 'undoDepth')) === 1)
      const drawn = new Set((await read(page, 'inScene')) as readonly string[])
      for (const key of then) expect(drawn).to.include(key)
      expect(drawn.size).to.equal(then.size + 1)
      expect(then.size).to.be.below(now.size)
      expect(days).to.include(day)
      await page.getByRole('tab', { name: 'History' }).click()
      await page.locator('.rail').getByText(`as of ${day}`).first().waitFor()
      expect(troubles).to.deep.equal([])
      await page.context().close()
    }).timeout(60_000)

    it('says of a thing that was not there yet from when on it is, and goes there', async () => {
      const { page, troubles } = await openPage(await theBrowser())
      const [shop] = world.linked
      await ready(page, address({ lang: 'en', node: shop.key, asOf: '1990-01-01' }))
      const note = page.locator('.inspector .past-note')
      await note.getByText('was not on record as of 1990-01-01').waitFor()
      await page
        .locator('.inspector')
        .getByRole('button', { name: /^Go to/ })
        .click()
      await note.getByText('nothing that is dated later').waitFor()
      await note.getByRole('button').click()
      await note.waitFor({ state: 'detached' })
      expect(page.url()).to.not.include('asOf')
      expect(troubles.filter((trouble) => !trouble.includes('404'))).to.deep.equal([])
      await page.context().close()
    }).timeout(60_000)
  })
}

interface Grown {
  readonly shop: string
  readonly day: string
  readonly then: ReadonlySet<string>
  readonly now: ReadonlySet<string>
}

/** A shop that was tied to less on an earlier day than now, to no more than are drawn at once. */
async function grown({ address, supplied }: World): Promise<Grown> {
  for (const { key, kind } of supplied.nodes) {
    if (kind !== 'Shop') continue
    const touching = supplied.edges.filter(({ from, to }) => from === key || to === key)
    for (const day of new Set(touching.map(({ firstSeen }) => firstSeen).toSorted())) {
      if (day === undefined) continue
      const [then, now] = [await around(address, key, day), await around(address, key)]
      if (0 < then.size && then.size < now.size && now.size <= 40)
        return { shop: key, day, then, now }
    }
  }
  throw new Error('no shop of the ring was ever tied to less')
}

async function around(address: string, key: string, asOf?: string): Promise<ReadonlySet<string>> {
  const ask = async (more: Readonly<Record<string, string>>) => {
    const query = new URLSearchParams({ key, limit: '200', ...(asOf && { asOf }), ...more })
    const answer = await fetch(`${address}/api/neighbours?${query}`)
    return NeighboursAnswer.safeParse(await answer.json()).data
  }
  const keys = new Set<string>()
  for (const { type, direction, kind } of (await ask({}))?.counts ?? []) {
    for (const { node } of (await ask({ type, direction, kind }))?.items ?? []) keys.add(node.key)
  }
  return keys
}
