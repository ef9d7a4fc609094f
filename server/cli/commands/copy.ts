import { resolve } from 'node:path'

import { z } from 'zod'

import { FailureError, RefusalError } from '../../domain/failure.ts'
import { copyStore } from '../../jobs/copy.ts'
import { writeImportFiles } from '../../store/neo4j/import-files.ts'
import type { Command } from '../command.ts'
import { findOwner } from '../owner.ts'
import { printJson } from '../print.ts'
import { openOrMake, openToRead, storeAddress } from '../store-address.ts'

const Options = z.object({
  from: z.string().min(1).meta({ value: 'STORE', description: 'what is copied' }),
  to: z.string().min(1).meta({ value: 'STORE', description: 'an empty store, made where needed' }),
  'for-import': z.boolean().default(false).meta({
    description: '--to is a new folder for files that neo4j-admin database import reads',
  }),
})

const linesPerTelling = 1_000
const rowsPerTelling = 100_000

export const copy: Command<typeof Options> = {
  name: 'copy',
  summary:
    'Copies a whole graph with its history into an empty store, and checks that both are equal',
  positionals: [],
  options: Options,
  async run({ options }, shell) {
    const [from, to] = [storeAddress(options.from, shell), storeAddress(options.to, shell)]
    if (from === to) throw new RefusalError('--from and --to name the same store.')
    const owner = await findOwner(to)
    if (owner !== undefined) {
      throw new FailureError(
        `The store in ${to} is in use by the server at ${owner.address} (process ${owner.pid}); stop it first.`,
      )
    }
    await using source = await openToRead(from, shell)
    if (options['for-import']) {
      const written = await writeImportFiles(source, resolve(shell.folder, options.to), (rows) => {
        if (rows % rowsPerTelling === 0) shell.terminal.progress(`writing: ${rows} rows`)
      })
      await printJson(shell.terminal, written)
      return 0
    }
    await using target = await openOrMake(to, shell)
    const copied = await copyStore(source, target, (lines) => {
      if (lines % linesPerTelling === 0) shell.terminal.progress(`copying: ${lines} lines`)
    })
    await printJson(shell.terminal, copied)
    return 0
  },
}
