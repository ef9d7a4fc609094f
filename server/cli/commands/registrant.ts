import { z } from 'zod'

import { RefusalError } from '../../domain/failure.ts'
import { nomineeIndicators, readNominees } from '../../jobs/nominees.ts'
import type { Command } from '../command.ts'
import { printJson } from '../print.ts'
import { openToRead } from '../store-address.ts'

const Options = z.object({})

export const registrant: Command<typeof Options> = {
  name: 'registrant',
  summary:
    'Prints what can be counted of a registrant, each figure with how many registrants have as many; no verdict',
  positionals: ['IDENTITY'],
  options: Options,
  async run({ store: address, positionals: [key = ''] }, shell) {
    await using store = await openToRead(address, shell)
    const indicators = await nomineeIndicators(store, await readNominees(store), key)
    if (indicators.length === 0) {
      throw new RefusalError(
        `No shop is registered to ${key}; \`revenant export graph\` lists the keys of identities.`,
      )
    }
    for (const one of indicators) await printJson(shell.terminal, one)
    return 0
  },
}
