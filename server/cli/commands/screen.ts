import { resolve } from 'node:path'

import { z } from 'zod'

import { screen as screenShops } from '../../jobs/screen.ts'
import type { Command } from '../command.ts'
import { judgedBy } from '../judging-note.ts'
import { printJson } from '../print.ts'
import { tellProgress } from '../progress.ts'
import { openToRead } from '../store-address.ts'

export const screen: Command = {
  name: 'screen',
  summary: 'For each new shop of a dataset, the closed shops that it probably continues, as NDJSON',
  positionals: ['FILE'],
  options: z.object({}),
  async run({ store: address, positionals: [file = ''] }, shell) {
    await using store = await openToRead(address, shell)
    const onProgress = tellProgress(shell.terminal)
    const { shops, judging } = await screenShops(store, resolve(shell.folder, file), { onProgress })
    shell.terminal.note(`The new shops were judged ${judgedBy(judging)}`)
    for (const row of shops) await printJson(shell.terminal, row)
    return 0
  },
}
