import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { routes } from '../../server/contract/routes.ts'
import { type BenchFigures, printFigures } from './bench-figures.ts'
import type { BenchOptions } from './bench-options.ts'
import { loadWorld, writeWorld } from './bench-world.ts'
import { inTemporaryFolder } from './in-temporary-folder.ts'
import { percentile, withOmitted } from './percentile.ts'

const everyMs = 10
/** How long the server is asked before the job, for comparison. */
const idleMs = 5_000

/**
 * Whether a detection job keeps the server from answering: the real server on a store with a generated world of `--shops N` is asked every 10 ms for its health, a
 * search and a shop's neighbours, first at rest and then until a job that was started through the API has ended. Beside each figure that at rest. With `--input FOLDER` on a store that is
 * there already, which gets one more run.
 */
export async function measureEventLoop({ shops, input }: BenchOptions): Promise<void> {
  if (input !== '') return measureStore(input, input)
  await inTemporaryFolder(async (folder) => {
    const [world, store] = [join(folder, 'world'), join(folder, 'store')]
    writeWorld(world, shops)
    loadWorld(world, store)
    await measureStore(store, `${shops} shops`)
  })
}

async function measureStore(store: string, name: string): Promise<void> {
  const port = await freePort()
  const server = serve(store, port)
  const gone = once(server, 'exit')
  const early = gone.then(() => {
    throw new Error('the server ended before it was asked to')
  })
  try {
    await Promise.race([early, measure(server, port, name)])
  } finally {
    server.kill('SIGKILL')
    await gone
  }
}

async function measure(server: ChildProcess, port: number, name: string): Promise<void> {
  const address = (path: string) => `http://127.0.0.1:${port}${path}`
  await untilReady(address)
  const asked = (await pathsToAsk(address)).map(address)
  await ask(asked, wait(2_000))
  await delayOf(server)
  const rest = figuresOf(await ask(asked, wait(idleMs)), await delayOf(server))
  const job = detection(address)
  const busy = figuresOf(await ask(asked, job), await delayOf(server))
  const label = `server during detection, ${name}`
  printFigures(label, { ...busy, job: [await job, 'seconds'] }, rest)
}

async function freePort(): Promise<number> {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  taken.close()
  await once(taken, 'close')
  return port
}

function serve(store: string, port: number): ChildProcess {
  const probe = join(import.meta.dirname, 'event-loop-probe.mjs')
  const options = [`--import=${probe}`, resolve('bin', 'revenant.mjs'), 'serve', '--store', store]
  return spawn(process.execPath, options, {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

type Address = (path: string) => string

async function untilReady(address: Address): Promise<void> {
  const answers = () =>
    fetch(address(routes.health.path)).then(
      ({ ok }) => ok,
      () => false,
    )
  for (let tries = 0; tries < 600; tries++) {
    if (await answers()) return
    await wait(100)
  }
  throw new Error('the server did not start within a minute')
}

/** Health, a search by a frequent part of a name, and the neighbours of a shop that it finds. */
async function pathsToAsk(address: Address): Promise<readonly string[]> {
  const search = `${routes.search.path}?q=beauty&kind=Shop&limit=20`
  const { items } = (await (await fetch(address(search))).json()) as { items: { key: string }[] }
  const key = encodeURIComponent(items[0]?.key ?? '')
  return [routes.health.path, search, `${routes.neighbours.path}?key=${key}`]
}

/**
 * Asks for everything every 10 ms until something ends; gives the time that each answer took, in milliseconds. Whoever waits for an answer does not ask again, so
 * that what would have been asked meanwhile is counted with the wait that was left (as HdrHistogram does against coordinated omission).
 */
async function ask(asked: readonly string[], until: Promise<unknown>): Promise<readonly number[]> {
  let ended = false
  const end = () => {
    ended = true
  }
  void until.then(end, end)
  const askers = asked.map(async (url) => {
    const times: number[] = []
    while (!ended) {
      const took = await answerTime(url)
      times.push(...withOmitted(took, everyMs))
      await wait(Math.max(0, everyMs - took))
    }
    return times
  })
  return (await Promise.all(askers)).flat()
}

/** A connection that the server closes as idle while a request is on its way is no answer of the server: the request is made once more, and the time goes on. */
async function answerTime(url: string): Promise<number> {
  const started = performance.now()
  const answer = await fetch(url).catch(() => fetch(url))
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${url} was answered with ${answer.status}`)
  return performance.now() - started
}

/** Starts a detection and waits for its end; gives the seconds that it took. */
async function detection(address: Address): Promise<number> {
  const started = performance.now()
  const begun = await fetch(address(routes.detect.path), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  })
  const { id } = (await begun.json()) as { id: string }
  for (;;) {
    await wait(500)
    const answer = await fetch(address(routes.job.path.replace(':id', id)))
    const { state, error } = (await answer.json()) as { state: string; error?: string }
    if (state === 'failed') throw new Error(`the detection failed: ${error}`)
    if (state === 'done') return (performance.now() - started) / 1000
  }
}

interface Delay {
  readonly longest: number
  readonly p99: number
  /** The longest time that the loop itself computed at a stretch; undefined where nobody can tell. */
  readonly ownWork?: number
}

/** How late the server's event loop ran since it was last asked, in milliseconds. */
async function delayOf(server: ChildProcess): Promise<Delay> {
  const told = once(server, 'message')
  server.send('how late?')
  const [delay] = await told
  return delay as Delay
}

function figuresOf(times: readonly number[], { longest, p99, ownWork }: Delay): BenchFigures {
  return {
    requests: [times.length, 'count'],
    'median answer': [percentile(times, 50), 'ms'],
    '99th percentile of answers': [percentile(times, 99), 'ms'],
    'longest answer': [percentile(times, 100), 'ms'],
    '99th percentile of the event loop’s delay': [p99, 'ms'],
    'longest delay of the event loop': [longest, 'ms'],
    ...(ownWork !== undefined && {
      'longest work of the event loop, waits for a processor not counted': [ownWork, 'ms'],
    }),
  }
}
