import { resolve } from 'node:path'

import { z } from 'zod'

import { score as scoreRun } from '../../jobs/score.ts'
import type { Command } from '../command.ts'
import { printJson } from '../print.ts'
import { openToRead } from '../store-address.ts'

const Options = z.object({
  truth: z.string().min(1).meta({
    value: 'FILE',
    description:
      'CSV with platform, shop_id, controller, and predecessor, trap, changed where known; or subject, controller; or a, b, same',
  }),
})

export const score: Command<typeof Options> = {
  name: 'score',
  summary:
    'Measures the current run against truth rows, and prints accuracy and calibration as JSON',
  positionals: [],
  options: Options,
  async run({ store: address, options }, shell) {
    await using store = await openToRead(address, shell)
    await printJson(shell.terminal, await scoreRun(store, resolve(shell.folder, options.truth)))
    return 0
  },
}
