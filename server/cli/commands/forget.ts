import { randomUUID } from 'node:crypto'

import { z } from 'zod'

import { routes } from '../../contract/routes.ts'
import { FailureError, RefusalError } from '../../domain/failure.ts'
import { ForgetReason } from '../../domain/paper/forgetting.ts'
import { paperIdOf } from '../../domain/paper/paper-id.ts'
import { forget, unwantedNamed } from '../../jobs/forget.ts'
import type { Command, Shell } from '../command.ts'
import { handOver } from '../hand-over.ts'
import { findOwner, type Owner } from '../owner.ts'
import { printJson } from '../print.ts'
import { tellProgress } from '../progress.ts'
import { openExisting } from '../store-address.ts'

const Options = z.object({
  dataset: z.string().min(1).optional().meta({
    value: 'NAME',
    description: 'what was replaced or withdrawn of a dataset; what is current stays',
  }),
  reason: ForgetReason.meta({ value: 'REASON', description: ForgetReason.options.join(', ') }),
  because: z
    .string()
    .trim()
    .min(1)
    .meta({ value: 'TEXT', description: 'why, in words, without what is forgotten' }),
  by: z.string().trim().min(1).meta({ value: 'NAME', description: 'who forgets it' }),
})

export const forgetCommand: Command<typeof Options> = {
  name: 'forget',
  summary: 'Erases what was said for good, and keeps that it was, by whom and why',
  positionals: ['[KEY]'],
  options: Options,
  async run({ store: address, options: { dataset, ...trace }, positionals: [name] }, shell) {
    if ((dataset === undefined) === (name === undefined)) {
      throw new RefusalError(
        'Say what to forget: the key of a node, platform/id of a shop or the SHA-256 of a record, or --dataset NAME.',
      )
    }
    const asked = { dataset, name, ...trace }
    const owner = await findOwner(address)
    const told =
      owner === undefined ? await here(address, asked, shell) : await handIn(owner, asked, shell)
    shell.terminal.note(
      'Links and rings follow with the next run: `revenant detect`. Earlier runs, leads, papers, quarantined rows and files of evidence stay as they are.',
    )
    await printJson(shell.terminal, told)
    return 0
  },
}

interface Asked extends Omit<z.output<typeof Options>, 'dataset'> {
  readonly dataset: string | undefined
  readonly name: string | undefined
}

async function here(address: string, { dataset, name, ...trace }: Asked, shell: Shell) {
  await using store = await openExisting(address, shell)
  const at = shell.now()
  const id = paperIdOf(at, randomUUID())
  const onProgress = tellProgress(shell.terminal)
  return await forget(store, {
    unwanted: unwantedNamed({ dataset, name }),
    ...trace,
    id,
    at,
    onProgress,
  })
}

/** The server that owns the store does it, as one process alone writes to a store. */
async function handIn(owner: Owner, asked: Asked, shell: Shell): Promise<object> {
  const onProgress = tellProgress(shell.terminal)
  const job = await handOver(owner, { route: routes.forget, body: asked }, onProgress)
  if (job.forgetting === undefined) throw new FailureError(job.error ?? 'The forgetting failed.')
  return job.forgetting
}
