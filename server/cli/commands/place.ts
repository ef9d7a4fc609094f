import { z } from 'zod'

import { RefusalError } from '../../domain/failure.ts'
import { toKey } from '../../domain/keys.ts'
import { findPlaces, placesInRun } from '../../jobs/places.ts'
import type { Command } from '../command.ts'
import { printJson } from '../print.ts'
import { openToRead } from '../store-address.ts'

const Options = z.object({})

export const place: Command<typeof Options> = {
  name: 'place',
  summary: 'Prints where a factory, address or person is, what is done there, and what says so',
  positionals: ['KEY'],
  options: Options,
  async run({ store: address, positionals: [typed = ''] }, shell) {
    await using store = await openToRead(address, shell)
    const node = await store.node(toKey(typed) ?? typed)
    if (node === undefined) {
      throw new RefusalError(
        `Nothing in the store has the key ${typed}; \`revenant export graph\` lists what it holds.`,
      )
    }
    const run = await store.currentRun()
    const same = placesInRun(run && (await store.runSupply(run.id)))
    await printJson(shell.terminal, await findPlaces(store, node, same))
    return 0
  },
}
