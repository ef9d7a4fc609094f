import { z } from 'zod'

import { backTest } from '../../jobs/back-test.ts'
import { findChokePoints, mostActions } from '../../jobs/choke-points.ts'
import { currentRun } from '../../jobs/current-run.ts'
import type { Command } from '../command.ts'
import { printJson } from '../print.ts'
import { openToRead } from '../store-address.ts'

const Options = z.object({
  actions: z.coerce.number().int().min(1).max(mostActions).default(10).meta({
    value: 'N',
    description: 'how many actions can be taken; 10 when absent',
  }),
  'back-test': z.coerce.number().int().min(1).optional().meta({
    value: 'RUN',
    description:
      'tells instead what the actions of that past run would have hit, against what was closed and came back since',
  }),
})

export const chokePoints: Command<typeof Options> = {
  name: 'choke-points',
  summary: 'Prints which few accounts, origins, factories and sellers to act on first',
  positionals: [],
  options: Options,
  async run({ store: address, options: { actions, 'back-test': past } }, shell) {
    await using store = await openToRead(address, shell)
    const found =
      past === undefined
        ? await findChokePoints(store, await currentRun(store), actions)
        : await backTest(store, past, actions)
    await printJson(shell.terminal, found)
    return 0
  },
}
