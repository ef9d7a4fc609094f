import { z } from 'zod'

import { routes } from '../../contract/routes.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Run } from '../../domain/run.ts'
import { IsoDate } from '../../domain/units.ts'
import type { Command, Shell } from '../command.ts'
import { handOver } from '../hand-over.ts'
import { findOwner } from '../owner.ts'
import { printJson } from '../print.ts'
import { tellProgress } from '../progress.ts'
import { runAside } from '../run-aside.ts'
import { openExisting } from '../store-address.ts'
import { unfinishedLine } from '../unfinished-note.ts'

const Options = z.object({
  'as-of': IsoDate.optional().meta({
    value: 'DATE',
    description: 'the day to which the answer is computed; the latest day of the data when absent',
  }),
  'public-view': z.boolean().default(false).meta({
    description: 'use only what a buyer can see: no account, device, id number or network',
  }),
  workers: z.coerce.number().int().min(1).optional().meta({
    value: 'N',
    description:
      'threads to work in, no more than the machine has cores; when absent, and where a server owns the store, four at most',
  }),
})

export const detect: Command<typeof Options> = {
  name: 'detect',
  summary: 'Works out links, rings and factories, publishes one run, and prints it as JSON',
  positionals: [],
  options: Options,
  async run({ store, options }, shell) {
    const { id, ...run } = await detectSomewhere(store, options, shell)
    await printJson(shell.terminal, { id, ...run })
    return 0
  },
}

async function detectSomewhere(
  address: string,
  { 'as-of': asOf, 'public-view': publicView, workers }: z.infer<typeof Options>,
  shell: Shell,
): Promise<Run> {
  const onProgress = tellProgress(shell.terminal)
  const owner = await findOwner(address)
  if (owner !== undefined) {
    const body = { ...(asOf !== undefined && { asOf }), ...(publicView && { publicView }) }
    const job = await handOver(owner, { route: routes.detect, body }, onProgress)
    if (job.run !== undefined) return noting(job.run, shell)
    throw new FailureError(job.error ?? 'The server ended the job without a run.')
  }
  await openExisting(address, shell).then((store) => store[Symbol.asyncDispose]())
  const job = { kind: 'detect', asOf, publicView, workers, at: shell.now() } as const
  return (await runAside(job, address, shell, onProgress)).run
}

/** Whoever opens the store says it; a server says it in the run. */
function noting(run: Run, { terminal }: Shell): Run {
  const line = unfinishedLine(run.summary.unfinished ?? [])
  if (line !== undefined) terminal.note(line)
  return run
}
