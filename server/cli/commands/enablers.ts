import { z } from 'zod'

import { enablerTable } from '../../jobs/enabler-lines.ts'
import { findEnablers, leastSharing } from '../../jobs/enablers.ts'
import type { Command } from '../command.ts'
import { printJson } from '../print.ts'
import { openToRead } from '../store-address.ts'

const Options = z.object({
  format: z.enum(['csv', 'json']).default('json').meta({
    value: 'FORMAT',
    description: 'json (the default), a line each, or csv',
  }),
  least: z.coerce
    .number()
    .int()
    .min(2)
    .default(leastSharing)
    .meta({
      value: 'SHOPS',
      description: `what fewer shops share is left out; ${leastSharing} when absent`,
    }),
})

export const enablers: Command<typeof Options> = {
  name: 'enablers',
  summary: 'Prints what very many shops share and how many of them were closed for counterfeit',
  positionals: [],
  options: Options,
  async run({ store: address, options: { format, least } }, shell) {
    await using store = await openToRead(address, shell)
    const found = await findEnablers(store, least)
    if (format === 'csv') await shell.terminal.out(enablerTable(found))
    else for (const one of found) await printJson(shell.terminal, one)
    return 0
  },
}
