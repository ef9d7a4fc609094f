import { z } from 'zod'

import { RefusalError } from '../../domain/failure.ts'
import type { Run } from '../../domain/run.ts'
import { currentRun } from '../../jobs/current-run.ts'
import { runChanges } from '../../jobs/run-changes.ts'
import type { Command } from '../command.ts'
import { printJson } from '../print.ts'
import { openToRead } from '../store-address.ts'

const number = z.coerce.number().int().min(1).optional()

const Options = z.object({
  run: number.meta({
    value: 'RUN',
    description: 'the run to tell of; the current one when absent',
  }),
  since: number.meta({
    value: 'RUN',
    description: 'the run to compare it with; the one before when absent',
  }),
})

export const changes: Command<typeof Options> = {
  name: 'changes',
  summary: 'Prints what a run says that an earlier one did not, a ring or a link a line',
  positionals: [],
  options: Options,
  async run({ store: address, options }, shell) {
    await using store = await openToRead(address, shell)
    const known = await store.runs()
    const run = options.run === undefined ? await currentRun(store) : knownRun(known, options.run)
    const before = known.find(({ id }) => id < run.id)
    if (options.since === undefined && before === undefined) {
      throw new RefusalError(`Run ${run.id} is the first, so there is none to compare it with.`)
    }
    const since = knownRun(known, options.since ?? before?.id ?? 0)
    const { rings, links, rescored } = await runChanges(store, since, run)
    const changed = rings.filter(({ change }) => change !== 'unchanged')
    for (const ring of changed) await printJson(shell.terminal, { ring })
    for (const link of links) await printJson(shell.terminal, { link })
    for (const one of rescored) await printJson(shell.terminal, { rescored: one })
    return 0
  },
}

function knownRun(known: readonly Run[], id: number): Run {
  const run = known.find((own) => own.id === id)
  if (run !== undefined) return run
  const kept = known.map((own) => own.id).toSorted((a, b) => a - b)
  throw new RefusalError(
    `There is no run ${id}; the store keeps ${kept.length === 0 ? 'none' : kept.join(', ')}.`,
  )
}
