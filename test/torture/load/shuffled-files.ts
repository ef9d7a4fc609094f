import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { mulberry32, shuffle } from '../../../server/domain/random.ts'
import { EpochMs } from '../../../server/domain/units.ts'
import { loadDatasets } from '../../../server/jobs/load.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { allOf, type TortureFigure } from '../figure.ts'

export interface Shuffles {
  readonly times: number
  readonly seed: number
}

const demo = join(import.meta.dirname, '../../../datasets/demo/data')

/** The demo with the order of its files and of the rows of each dealt anew: the same canonical hash each time. */
export async function shuffledFiles({ times, seed }: Shuffles): Promise<TortureFigure[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'revenant-shuffled-'))
  const random = mulberry32(seed)
  const other: string[] = []
  try {
    const expected = await hashOf(scratch, demo)
    for (let time = 0; time < times; time += 1) {
      const folder = join(scratch, `data${time}`)
      cpSync(demo, folder, { recursive: true })
      deal(folder, random)
      if ((await hashOf(scratch, folder)) !== expected) other.push(`time ${time}, seed ${seed}`)
      rmSync(folder, { recursive: true })
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  return [allOf('loads of shuffled files and rows with the same canonical hash', times, other)]
}

async function hashOf(scratch: string, folder: string): Promise<string> {
  const place = mkdtempSync(join(scratch, 'store-'))
  try {
    await using store = await openStore(place, {})
    await loadDatasets(store, [folder], {
      at: EpochMs.parse(1_700_000_000_000),
      onProgress: () => undefined,
    })
    return await store.canonicalHash()
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** The demo's cells hold no line ends. */
function deal(folder: string, random: () => number): void {
  const path = join(folder, 'dataset.json')
  const description = JSON.parse(readFileSync(path, 'utf8')) as { files: { file: string }[] }
  description.files = dealt(description.files, random)
  writeFileSync(path, JSON.stringify(description))
  for (const { file } of description.files) {
    const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n')
    const header = file.endsWith('.csv') ? lines.splice(0, 1) : []
    writeFileSync(join(folder, file), `${[...header, ...dealt(lines, random)].join('\n')}\n`)
  }
}

function dealt<T>(list: readonly T[], random: () => number): T[] {
  const order = shuffle(Int32Array.from(list.keys()), random)
  return [...order].map((at) => list[at] as T)
}
