import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

import { FailureError, RefusalError } from '../domain/failure.ts'
import { exportRing, type RingFormat, ringFormats } from '../jobs/export-ring.ts'
import type { AskedWhen } from '../jobs/read-past.ts'
import { runAt, storeAt } from '../jobs/store-at.ts'
import type { Shell } from './command.ts'
import { openToRead } from './store-address.ts'

interface RingAsked {
  readonly store: string
  readonly ring: string
  readonly format: string
  readonly out: string | undefined
  readonly when: AskedWhen
}

/** Writes or prints one ring in a format of another tool; several files go into a folder. */
export async function writeRing(asked: RingAsked, shell: Shell): Promise<void> {
  const { ring, out, when } = asked
  const format = formatOf(asked.format)
  if (out === undefined && 1 < ringFormats[format].length) {
    throw new RefusalError(
      `A ring as ${format} is ${ringFormats[format].join(' and ')}: name the folder for them with --out.`,
    )
  }
  await using store = await openToRead(asked.store, shell)
  const then = storeAt(store, when)
  const run = await runAt(then, when)
  const files = await exportRing(then, { run, ring, format })
  if (files === undefined) {
    throw new FailureError(
      `Run ${run.id} has no ring ${ring}; \`revenant export rings\` lists those that it has.`,
    )
  }
  if (files.size === 0) {
    throw new FailureError(
      `Nothing of ${ring} has coordinates in a known reference system, so there is no ${format} file of it.`,
    )
  }
  if (out === undefined) for (const text of files.values()) await shell.terminal.out(text)
  else await write(files, resolve(shell.folder, out))
}

function formatOf(asked: string): RingFormat {
  const known = Object.keys(ringFormats) as RingFormat[]
  const format = known.find((one) => one === asked)
  if (format === undefined) {
    throw new RefusalError(`A ring is exported as ${known.join(', ')}: name one with --format.`)
  }
  return format
}

async function write(files: ReadonlyMap<string, string>, path: string): Promise<void> {
  try {
    if (files.size === 1) for (const text of files.values()) await writeFile(path, text)
    else {
      await mkdir(path, { recursive: true })
      for (const [file, text] of files) await writeFile(join(path, file), text)
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new FailureError(`${path} cannot be written: ${why}.`, { cause })
  }
}
