import { z } from 'zod'

import { RefusalError } from '../../domain/failure.ts'
import type { Run } from '../../domain/run.ts'
import { clearedShops } from '../../jobs/cleared.ts'
import { compareRing, type RingThen, ringHistory } from '../../jobs/ring-history.ts'
import type { Command } from '../command.ts'
import { printJson } from '../print.ts'
import { openToRead } from '../store-address.ts'

const number = z.coerce.number().int().min(1).optional()

const Options = z.object({
  run: number.meta({
    value: 'RUN',
    description: 'the ring as that run knew it; the latest run that had it when absent',
  }),
  history: z
    .boolean()
    .optional()
    .meta({ description: 'prints what became of it and why, a run a line, latest first' }),
  since: number.meta({
    value: 'RUN',
    description: 'prints which shops came in, went and stayed since that run',
  }),
})

export const ring: Command<typeof Options> = {
  name: 'ring',
  summary: 'Prints a ring as any run knew it, and what became of it from run to run',
  positionals: ['RING'],
  options: Options,
  async run({ store: address, options, positionals: [id = ''] }, shell) {
    await using store = await openToRead(address, shell)
    const history = await ringHistory(store, id)
    if (history.length === 0) {
      throw new RefusalError(
        `No run has or had a ring ${id}; \`revenant export rings\` lists those of the current run.`,
      )
    }
    if (options.history === true) {
      for (const then of history) await printJson(shell.terminal, told(then))
      return 0
    }
    const runs = await store.runs()
    if (options.since === undefined) {
      const known = asKnown(history, runs, options.run)
      const cleared = await clearedShops(
        store,
        known.members.map(({ shop }) => shop),
      )
      await printJson(shell.terminal, { ...known, ...(cleared.length !== 0 && { cleared }) })
      return 0
    }
    const run = knownRun(runs, options.run ?? runs[0]?.id ?? 1)
    const since = knownRun(runs, options.since)
    await printJson(shell.terminal, compareRing(id, history, { since, run }))
    return 0
  },
}

function told({ run, ring: known, event }: RingThen): object {
  return {
    run: run.id,
    asOf: run.asOf,
    ...(known && {
      size: known.size,
      rank: known.rank,
      shops: known.members.map(({ shop }) => shop),
    }),
    ...(event && { event }),
  }
}

function asKnown(history: readonly RingThen[], runs: readonly Run[], wanted: number | undefined) {
  const run = wanted === undefined ? undefined : knownRun(runs, wanted)
  const then = history.find((own) => own.ring !== undefined && (run ?? own.run.id) === own.run.id)
  if (then?.ring !== undefined) return then.ring
  throw new RefusalError(`Run ${run} has no such ring; \`--history\` lists the runs that have it.`)
}

function knownRun(known: readonly Run[], id: number): number {
  if (known.some((own) => own.id === id)) return id
  const kept = known.map((own) => own.id).toSorted((a, b) => a - b)
  throw new RefusalError(`There is no run ${id}; the store keeps ${kept.join(', ')}.`)
}
