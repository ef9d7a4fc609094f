import { basename, resolve } from 'node:path'

import { z } from 'zod'

import type { RawColumns } from '../../ingest/raw-memberships.ts'
import { type RawAnswer, rawAnswer } from '../../jobs/raw-answer.ts'
import { rawFormats, rawLines } from '../../jobs/raw-lines.ts'
import { type FoundRaw, rawRingsOfFile, rawRingsOfStore } from '../../jobs/raw-rings.ts'
import type { Command, Input, Shell } from '../command.ts'
import { printLines } from '../print.ts'
import { tellProgress } from '../progress.ts'
import { openToRead } from '../store-address.ts'

const column = (name: keyof RawColumns) =>
  z
    .string()
    .min(1)
    .default(name)
    .meta({ value: 'COLUMN', description: `the column of the ${name}; ${name} when absent` })

const Options = z.object({
  format: z.enum(rawFormats).default('text').meta({
    value: 'FORMAT',
    description: 'text (the default), ndjson, or csv with a row for each shop',
  }),
  shop: column('shop'),
  kind: column('kind'),
  value: column('value'),
  quarantine: z.string().min(1).optional().meta({
    value: 'PATH',
    description:
      'where rows go that say nothing; FILE.quarantine.ndjson in this folder when absent',
  }),
})

export const raw: Command<typeof Options> = {
  name: 'raw',
  summary:
    'Prints rings in bare memberships: of FILE (CSV, TSV or NDJSON of shop, kind, value), else of the store',
  positionals: ['[FILE]'],
  options: Options,
  async run(input, shell) {
    const answer = rawAnswer(await found(input, shell))
    shell.terminal.note(
      'These are groups by what shops share, not calibrated probabilities: nothing was weighed, and no time looked at. `revenant detect` does both.',
    )
    shell.terminal.note(readAndSkipped(answer.summary))
    await printLines(shell.terminal, rawLines(answer, input.options.format))
    return 0
  },
}

async function found(
  { store: address, options, positionals: [file] }: Input<typeof Options>,
  shell: Shell,
): Promise<FoundRaw> {
  if (file === undefined) {
    await using store = await openToRead(address, shell)
    return await rawRingsOfStore(store)
  }
  const quarantine = options.quarantine ?? `${basename(file)}.quarantine.ndjson`
  const read = await rawRingsOfFile(resolve(shell.folder, file), {
    columns: options,
    quarantine: resolve(shell.folder, quarantine),
    onProgress: tellProgress(shell.terminal),
  })
  if (read.quarantined > 0) shell.terminal.note(`Quarantined rows are in ${quarantine}.`)
  return read
}

function readAndSkipped({ rows, quarantined, leftOut, cap, pairs }: RawAnswer['summary']): string {
  const { overCap, uncorroborated } = leftOut
  return `Memberships read: ${rows}, of them quarantined: ${quarantined}. Identifiers left out: ${overCap} that more than ${cap} shops have, ${uncorroborated} whose shops share at most one other thing. Pairs made: ${pairs}.`
}
