import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { FailureError, RefusalError } from '../domain/failure.ts'
import { generateWorld, type WorldOptions } from './world/generate-world.ts'

export interface Generated {
  readonly folder: string
  readonly shops: number
  readonly controllers: number
  readonly successions: number
}

/** Writes a synthetic world into a folder that is empty or not there yet: `data/` is a dataset, `truth/truth.csv` its truth. */
export async function generate(folder: string, options: WorldOptions): Promise<Generated> {
  check(options)
  await refuseUsedFolder(folder)
  const { files, ...counts } = generateWorld(options)
  try {
    for (const [path, text] of files) {
      const target = join(folder, path)
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, text)
    }
  } catch (cause) {
    throw new FailureError(
      `The world could not be written to ${folder}: ${(cause as Error).message}. Check the space and the rights there, then run it again on an empty folder.`,
      { cause },
    )
  }
  return { folder, ...counts }
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
