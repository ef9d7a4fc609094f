import { type FileHandle, mkdir, open, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { FailureError, RefusalError } from '../domain/failure.ts'
import { generateWorld } from './world/generate-world.ts'
import type { WorldCounts, WorldOptions } from './world/plan.ts'

export interface Generated extends WorldCounts {
  readonly folder: string
}

/** Writes a synthetic world into a folder that is empty or not there yet: `data/` is a dataset, `truth/truth.csv` its truth. */
export async function generate(folder: string, options: WorldOptions): Promise<Generated> {
  check(options)
  await refuseUsedFolder(folder)
  try {
    return { folder, ...(await writeWorld(folder, options)) }
  } catch (cause) {
    throw new FailureError(
      `The world could not be written to ${folder}: ${(cause as Error).message}. Check the space and the rights there, then run it again on an empty folder.`,
      { cause },
    )
  }
}

/** Writes each piece as it is made, so that a world of a million shops never stands in memory. */
async function writeWorld(folder: string, options: WorldOptions): Promise<WorldCounts> {
  const files = new Map<string, FileHandle>()
  const pieces = generateWorld(options)
  try {
    for (let next = pieces.next(); ; next = pieces.next()) {
      if (next.done) return next.value
      const { path, text } = next.value
      const file = files.get(path) ?? (await openNew(join(folder, path)))
      files.set(path, file)
      await file.appendFile(text)
    }
  } finally {
    for (const file of files.values()) await file.close()
  }
}

async function openNew(path: string): Promise<FileHandle> {
  await mkdir(dirname(path), { recursive: true })
  return open(path, 'wx')
}

const mostShops = 1_000_000
const mostEvasion = 4

function check({ shops, seed, evasion, labels }: WorldOptions): void {
  const wrong = [
    [
      Number.isInteger(shops) && 1 <= shops && shops <= mostShops,
      `--shops takes a whole number from 1 to ${mostShops}`,
    ],
    [Number.isInteger(seed), '--seed takes a whole number'],
    [0 <= evasion && evasion <= mostEvasion, `--evasion takes a number from 0 to ${mostEvasion}`],
    [0 <= labels && labels <= 1, '--labels takes a share from 0 to 1'],
  ].find(([fine]) => fine !== true)
  if (wrong !== undefined) throw new RefusalError(`${wrong[1]}; nothing was written.`)
}

async function refuseUsedFolder(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new RefusalError(
      `${folder} is not a folder that can be written to (${error.code}); name an empty or new folder with --out.`,
      { cause: error },
    )
  })
  if (entries.length > 0) {
    throw new RefusalError(
      `${folder} already holds ${entries.length} entries; name an empty or new folder with --out, so that nothing is overwritten.`,
    )
  }
}
