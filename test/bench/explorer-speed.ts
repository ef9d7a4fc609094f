import type { Page } from 'playwright-core'

import type { RingAnswer } from '../../server/contract/ring.ts'
import { startServer } from '../cli/server-process.ts'
import { read, ready, until } from '../e2e/until.ts'
import { firstRing, type Stranger, strangerWithChineseName } from '../e2e/world.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { type BenchFigures, printFigures } from './bench-figures.ts'
import { mainThread } from './explorer-thread.ts'
import { inTemporaryFolder } from './in-temporary-folder.ts'
import { percentile } from './percentile.ts'

const loads = 5
const undos = 20
/** What one picture is made for, and the most that it takes. */
const scenes = [2_000, 5_000] as const

/**
 * How the explorer answers in a browser that draws WebGL in software: until the demo can be worked with, from a key to the neighbors on the canvas, what
 * an undo takes of the main thread, and what a frame and a hover cost in scripts on scenes of a given size.
 */
export async function measureExplorer(): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    await using server = await startServer(folder, 0)
    const browser = await openBrowser()
    try {
      const ring = await firstRing(server.address)
      const open = async () => (await openPage(browser)).page
      printFigures('explorer, demo', {
        'interactive after load': [await interactive(open, server.address), 'ms'],
        ...(await steps(
          await open(),
          server.address,
          await strangerWithChineseName(server.address),
        )),
      })
      for (const nodes of scenes) {
        const page = await open()
        printFigures(`explorer, ${nodes} nodes`, await large(page, server.address, ring, nodes))
        await page.context().close()
      }
    } finally {
      await browser.close()
    }
  })
}

/** From the address to a picture that stands and answers, in the middle of several loads with nothing remembered. */
async function interactive(open: () => Promise<Page>, address: string): Promise<number> {
  const times: number[] = []
  for (let load = 0; load < loads; load++) {
    const page = await open()
    const started = performance.now()
    await ready(page, `${address}/?e2e=1`)
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    times.push(performance.now() - started)
    await page.context().close()
  }
  return percentile(times, 50)
}

async function steps(page: Page, address: string, { node }: Stranger): Promise<BenchFigures> {
  const query = new URLSearchParams({ shop: node.key, node: node.key, e2e: '1' })
  await ready(page, `${address}/?${query}`)
  const thread = await mainThread(page)
  const [expanded, undone, tasks]: number[][] = [[], [], []]
  for (let turn = 0; turn < undos; turn++) {
    const depth = await read(page, 'undoDepth')
    expanded?.push(await pressed(page, 'e', `window.__explorer.undoDepth() === ${depth + 1}`))
    const before = await thread.spent()
    undone?.push(await pressed(page, 'z', `window.__explorer.undoDepth() === ${depth}`, true))
    tasks?.push((await thread.spent()) - before)
  }
  return {
    'expand answer painted': [percentile(expanded ?? [], 50), 'ms'],
    'undo until painted': [percentile(undone ?? [], 50), 'ms'],
    'undo on the main thread': [percentile(tasks ?? [], 50), 'ms'],
  }
}

/** Milliseconds from a key to the frame after a state holds, by the page's own clock. */
async function pressed(page: Page, key: string, state: string, ctrlKey = false): Promise<number> {
  return (await page.evaluate(`new Promise((done) => {
    const started = performance.now()
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', ctrlKey: ${ctrlKey}, bubbles: true, cancelable: true }))
    const look = () => {
      if (!(${state})) return requestAnimationFrame(look)
      requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - started)))
    }
    look()
  })`)) as number
}

async function large(page: Page, address: string, answer: RingAnswer, nodes: number) {
  await page.route('**/api/rings/*', (route) => route.fulfill({ json: grown(answer, nodes) }))
  const started = performance.now()
  await ready(page, `${address}/?e2e=1&layout=force`, 240_000)
  await until(page, `window.__explorer.visible().length === ${nodes}`, 240_000)
  const opened = performance.now() - started
  return {
    'layout and first picture': [opened / 1_000, 'seconds'],
    'script a frame while panning': [await panning(page), 'ms'],
    'script a hover': [await hovering(page), 'ms'],
    'undo on the main thread': [await hidden(page), 'ms'],
  } satisfies BenchFigures
}

/** A ring with so many things: each further one hangs on one of the ring, three of them side by side on another. */
function grown({ nodes, edges, ...rest }: RingAnswer, count: number): RingAnswer {
  const ends = nodes.filter(({ kind }) => kind === 'Shop')
  const drawn = nodes.filter(({ kind }) => kind !== 'Contact')
  const more = Array.from({ length: count - drawn.length }, (_, place) => ({
    key: `shop:grown.example/${place}`,
    kind: 'Shop' as const,
    name: `Shop ${place} 店铺`,
    properties: {},
    lives: [],
    records: [],
  }))
  const ties = more.flatMap(({ key }, place) => {
    const from = place < 60 ? ends[place % ends.length]?.key : more[Math.floor(place / 6)]?.key
    return from === undefined
      ? []
      : [
          {
            from,
            type: 'PROMOTES' as const,
            to: key,
            discriminator: '',
            properties: {},
            records: [],
          },
        ]
  })
  const kept = new Set(drawn.map(({ key }) => key))
  const own = edges.filter(({ from, to }) => kept.has(from) && kept.has(to))
  return { ...rest, nodes: [...drawn, ...more], edges: [...own, ...ties] }
}

const moves = 40

async function panning(page: Page): Promise<number> {
  const { x, y } = await empty(page)
  const thread = await mainThread(page)
  await page.mouse.move(x, y)
  await page.mouse.down()
  const [frames, before] = [await thread.frames(), await thread.scripts()]
  for (let move = 1; move <= moves; move++) {
    await page.mouse.move(x + move * 4, y + (move % 7))
    await thread.frame()
  }
  const spent = (await thread.scripts()) - before
  const drawn = (await thread.frames()) - frames
  await page.mouse.up()
  return spent / Math.max(1, drawn)
}

async function hovering(page: Page): Promise<number> {
  const keys = (await read(page, 'visible')).filter((_, place) => place % 37 === 0).slice(0, moves)
  const thread = await mainThread(page)
  const before = await thread.scripts()
  for (const key of keys) {
    const place = (await page.evaluate(
      `window.__explorer.position(${JSON.stringify(key)})`,
    )) as Place
    await page.mouse.move(place.x, place.y)
    await thread.frame()
  }
  return ((await thread.scripts()) - before) / keys.length
}

/** Hides one thing and takes that back. */
async function hidden(page: Page): Promise<number> {
  const thread = await mainThread(page)
  const tasks: number[] = []
  const key = (await read(page, 'visible')).at(-1) ?? ''
  const place = (await page.evaluate(`window.__explorer.position(${JSON.stringify(key)})`)) as Place
  await page.mouse.click(place.x, place.y)
  await until(page, 'window.__explorer.selection() !== undefined')
  for (let turn = 0; turn < 5; turn++) {
    const depth = await read(page, 'undoDepth')
    await pressed(page, 'h', `window.__explorer.undoDepth() === ${depth + 1}`)
    const before = await thread.spent()
    await pressed(page, 'z', `window.__explorer.undoDepth() === ${depth}`, true)
    tasks.push((await thread.spent()) - before)
    await page.evaluate('new Promise(requestAnimationFrame)')
    await page.mouse.click(place.x, place.y)
  }
  return percentile(tasks, 50)
}

interface Place {
  readonly x: number
  readonly y: number
}

/** A place on the canvas that nothing is near to, so that a drag moves the picture. */
async function empty(page: Page): Promise<Place> {
  return (await page.evaluate(`(() => {
    const places = window.__explorer.visible().map((key) => window.__explorer.position(key))
    const { left, top, right, bottom } = document.querySelector('.graph-host').getBoundingClientRect()
    for (let y = bottom - 20; top < y; y -= 12)
      for (let x = left + 70; x < right - 220; x += 12)
        if (places.every((place) => 24 < Math.hypot(place.x - x, place.y - y))) return { x, y }
    throw new Error('no place is empty')
  })()`)) as Place
}
