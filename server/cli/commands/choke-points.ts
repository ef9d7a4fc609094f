import { z } from 'zod'

import { findChokePoints } from '../../jobs/choke-points.ts'
import { currentRun } from '../../jobs/current-run.ts'
import type { Command } from '../command.ts'
import { printJson } from '../print.ts'
import { openExisting } from '../store-address.ts'

const Options = z.object({
  actions: z.coerce.number().int().min(1).max(200).default(10).meta({
    value: 'N',
    description: 'how many actions can be taken; 10 when absent',
  }),
})

export const chokePoints: Command<typeof Options> = {
  name: 'choke-points',
  summary: 'Prints which few accounts, origins, factories and sellers to act on first',
  positionals: [],
  options: Options,
  async run({ store: address, options: { actions } }, shell) {
    await using store = await openExisting(address, shell)
    const run = await currentRun(store)
    await printJson(shell.terminal, await findChokePoints(store, run, actions))
    return 0
  },
}
