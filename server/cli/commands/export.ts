import { z } from 'zod'

import { RefusalError } from '../../domain/failure.ts'
import { exportFormats, exportLines } from '../../jobs/export-lines.ts'
import { exportsByName } from '../../jobs/export-rows.ts'
import { linkMinimum } from '../../jobs/thresholds.ts'
import type { Command } from '../command.ts'
import { printLines } from '../print.ts'
import { openExisting } from '../store-address.ts'

const names = Object.keys(exportsByName) as [ExportName, ...ExportName[]]
type ExportName = keyof typeof exportsByName

const Options = z.object({
  format: z.enum(exportFormats).default('ndjson').meta({
    value: 'FORMAT',
    description: 'ndjson (the default), or csv for links and rings',
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
})

export const exportCommand: Command<typeof Options> = {
  name: 'export',
  summary: `Prints ${names.join(', ')}`,
  positionals: ['WHAT'],
  options: Options,
  async run({ store: address, options, positionals: [what] }, shell) {
    const name = z.enum(names).safeParse(what)
    if (!name.success) {
      throw new RefusalError(`There is no export of ${what}; there is ${names.join(', ')}.`)
    }
    const { format, min: minProbability } = options
    if (name.data === 'links' && minProbability < linkMinimum) {
      shell.terminal.note(
        `Runs keep links from ${linkMinimum} on, and those that a person decided; there is nothing else below it.`,
      )
    }
    await using store = await openExisting(address, shell)
    await printLines(shell.terminal, exportLines(store, name.data, { format, minProbability }))
    return 0
  },
}
