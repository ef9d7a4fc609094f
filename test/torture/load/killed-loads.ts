import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { mulberry32 } from '../../../server/domain/random.ts'
import { EpochMs } from '../../../server/domain/units.ts'
import { loadDatasets } from '../../../server/jobs/load.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { allOf, type TortureFigure } from '../figure.ts'

export interface KilledLoads {
  /** How often a load is killed, of each size of data in turn. */
  readonly times: number
  /** Rows of the sizes. */
  readonly sizes: readonly number[]
  readonly seed: number
}

/**
 * A load killed (SIGKILL) at a moment dealt between its first progress and its usual end, and then run again: the canonical hash of the graph is that of a load that nobody killed.
 */
export async function killedLoads({ times, sizes, seed }: KilledLoads): Promise<TortureFigure[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'revenant-killed-'))
  const random = mulberry32(seed)
  const other: string[] = []
  let killed = 0
  let next = started()
  try {
    const sets: Prepared[] = []
    for (const rows of sizes) sets.push(await prepare(scratch, rows))
    for (let time = 0; time < times; time += 1) {
      const set = sets[time % sets.length]
      if (set === undefined) continue
      const store = join(scratch, `store-${time}`)
      const share = random()
      const child = next
      // Starts while this one is killed and what it left is looked at.
      next = started()
      if (await killOnce(child, set, store, share * set.usualMs)) killed += 1
      await loadInto(store, set.folder)
      const hash = await hashIn(store)
      if (hash !== set.hash) other.push(`time ${time}, ${set.rows} rows, at ${share} of the load`)
      rmSync(store, { recursive: true, force: true })
    }
  } finally {
    next.kill('SIGKILL')
    rmSync(scratch, { recursive: true, force: true })
  }
  return [
    { name: 'loads that were still running when they were killed', value: killed, unit: 'loads' },
    allOf('killed loads, run again: canonical hash of a clean run', times, other),
  ]
}

interface Prepared {
  readonly folder: string
  readonly rows: number
  readonly hash: string
  /** From the first progress to the end. */
  readonly usualMs: number
}

async function prepare(scratch: string, rows: number): Promise<Prepared> {
  const folder = join(scratch, `data-${rows}`)
  writeRows(folder, rows)
  const store = join(scratch, `clean-${rows}`)
  const child = started()
  const exited = once(child, 'exit')
  const began = await firstWord(child, store, folder)
  await exited
  const usualMs = performance.now() - began
  return { folder, rows, hash: await hashIn(store), usualMs }
}

/** Rows that share what they point to, in two files, some of them quarantined. */
function writeRows(folder: string, rows: number): void {
  mkdirSync(folder)
  const lines = Array.from({ length: rows }, (_, at) => {
    const id = at % 50 === 49 ? '' : String(at)
    return `taobao.com,${id},店${at % 700},+86138${String(at % 300).padStart(8, '0')},浙江省杭州市${at % 40}号`
  })
  const header = 'platform,shop_id,name,phone,origin_address'
  const half = Math.floor(rows / 2)
  writeFileSync(join(folder, 'a.csv'), `${[header, ...lines.slice(0, half)].join('\n')}\n`)
  writeFileSync(join(folder, 'b.csv'), `${[header, ...lines.slice(half)].join('\n')}\n`)
  const files = [
    { file: 'a.csv', kind: 'shop' },
    { file: 'b.csv', kind: 'shop' },
  ]
  const description = {
    name: 'killed',
    source: 'x',
    licence: 'x',
    asOf: '2026-03-31',
    phoneRegion: 'CN',
    files,
  }
  writeFileSync(join(folder, 'dataset.json'), JSON.stringify(description))
}

type Loader = ReturnType<typeof started>

/** A process that waits to be told what to load. */
function started() {
  const script = fileURLToPath(new URL('./load-alone.ts', import.meta.url))
  return spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
}

/** Tells it, and answers when it began. */
async function firstWord(child: Loader, store: string, folder: string): Promise<number> {
  child.stdin.write(`${store}\n${folder}\n`)
  await once(child.stdout, 'data')
  return performance.now()
}

/** Answers whether there was still something to kill. */
async function killOnce(
  child: Loader,
  { folder }: Prepared,
  store: string,
  afterMs: number,
): Promise<boolean> {
  const exited = once(child, 'exit')
  await firstWord(child, store, folder)
  await setTimeout(afterMs)
  child.kill('SIGKILL')
  const [, signal] = await exited
  return signal === 'SIGKILL'
}

/** A later load than the one that was killed. */
async function loadInto(place: string, folder: string): Promise<void> {
  await using store = await openStore(place, {})
  const at = EpochMs.parse(1_700_000_001_000)
  await loadDatasets(store, [folder], { at, onProgress: () => undefined })
}

async function hashIn(place: string): Promise<string> {
  await using store = await openStore(place, {})
  return await store.canonicalHash()
}
