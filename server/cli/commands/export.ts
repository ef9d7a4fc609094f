import { z } from 'zod'

import { RefusalError } from '../../domain/failure.ts'
import { IsoDate } from '../../domain/units.ts'
import { exportFormats, exportLines } from '../../jobs/export-lines.ts'
import { ringFormats } from '../../jobs/export-ring.ts'
import { exportsByName } from '../../jobs/export-rows.ts'
import { linkMinimum } from '../../jobs/thresholds.ts'
import type { Command, Shell } from '../command.ts'
import { writeRing } from '../export-ring.ts'
import { printLines } from '../print.ts'
import { openToRead } from '../store-address.ts'

const names = Object.keys(exportsByName) as [ExportName, ...ExportName[]]
type ExportName = keyof typeof exportsByName

const Options = z.object({
  format: z
    .enum([...exportFormats, ...Object.keys(ringFormats)])
    .default('ndjson')
    .meta({
      value: 'FORMAT',
      description: `ndjson (the default), or csv for links and rings; of one ring ${Object.keys(ringFormats).join(', ')}`,
    }),
  min: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(linkMinimum)
    .meta({
      value: 'PROBABILITY',
      description: `links below it are left out; ${linkMinimum} when absent`,
    }),
  'as-of': IsoDate.optional().meta({
    value: 'DATE',
    description:
      'what was true on that day, by the dates of the facts; links and rings of a run that was worked out as of it',
  }),
  'known-at': z
    .union([z.iso.date(), z.iso.datetime({ offset: true })])
    .optional()
    .meta({
      value: 'TIME',
      description:
        'what was loaded by then, with what was replaced or withdrawn since, and links and rings of the run that was the latest; a day (to its end, UTC) or a moment such as 2026-03-14T12:00:00Z',
    }),
  out: z.string().min(1).optional().meta({
    value: 'FILE',
    description: 'of one ring: where it is written, a folder for csv; printed when absent',
  }),
})

export const exportCommand: Command<typeof Options> = {
  name: 'export',
  summary: `Prints ${names.join(', ')}, or one ring for another tool`,
  positionals: ['WHAT', '[RING]'],
  options: Options,
  async run({ store, options, positionals: [what, ring] }, shell) {
    const { format, out, 'as-of': asOf, 'known-at': knownAt } = options
    if (what !== 'ring') await printList({ store, what, ring, ...options }, shell)
    else if (ring === undefined) throw new RefusalError('Which ring? `revenant export ring RING`.')
    else await writeRing({ store, ring, format, out, when: { asOf, knownAt } }, shell)
    return 0
  },
}

interface ListAsked extends z.output<typeof Options> {
  readonly store: string
  readonly what: string | undefined
  readonly ring: string | undefined
}

async function printList(
  {
    store: address,
    what,
    ring,
    out,
    min: minProbability,
    'as-of': asOf,
    'known-at': knownAt,
    ...asked
  }: ListAsked,
  shell: Shell,
): Promise<void> {
  const name = z.enum(names).safeParse(what)
  if (!name.success) {
    throw new RefusalError(
      `There is no export of ${what}; there is ${names.join(', ')}, and ring RING.`,
    )
  }
  const format = z.enum(exportFormats).safeParse(asked.format)
  if (!format.success || ring !== undefined || out !== undefined) {
    throw new RefusalError(
      `\`export ${name.data}\` prints ${exportFormats.join(' or ')}; other formats and --out are for one ring: \`revenant export ring RING\`.`,
    )
  }
  if (name.data === 'links' && minProbability < linkMinimum) {
    shell.terminal.note(
      `Runs keep links from ${linkMinimum} on, and those that a person decided; there is nothing else below it.`,
    )
  }
  await using store = await openToRead(address, shell)
  const lines = exportLines(store, name.data, {
    format: format.data,
    minProbability,
    when: { asOf, knownAt },
  })
  await printLines(shell.terminal, lines)
}
