import { z } from 'zod'

import { Problem } from '../../contract/problem.ts'
import { routes } from '../../contract/routes.ts'
import { FailureError, RefusalError } from '../../domain/failure.ts'
import { withdrawDataset } from '../../jobs/withdraw.ts'
import { callServer } from '../call-server.ts'
import type { Command, Shell } from '../command.ts'
import { findOwner, type Owner } from '../owner.ts'
import { printJson } from '../print.ts'
import { openExisting } from '../store-address.ts'

export const withdraw: Command = {
  name: 'withdraw',
  summary: 'Takes back everything that a dataset said, and prints how much that was',
  positionals: ['DATASET'],
  options: z.object({}),
  async run({ store: address, positionals: [dataset = ''] }, shell) {
    const owner = await findOwner(address)
    const withdrawn =
      owner === undefined ? await here(address, dataset, shell) : await handIn(owner, dataset)
    shell.terminal.note('Links and rings follow with the next run: `revenant detect`.')
    await printJson(shell.terminal, withdrawn)
    return 0
  },
}

async function here(address: string, dataset: string, shell: Shell): Promise<object> {
  await using store = await openExisting(address, shell)
  return await withdrawDataset(store, dataset, shell.now())
}

/** The server that owns the store does it, as one process alone writes to a store. */
async function handIn({ address }: Owner, dataset: string): Promise<object> {
  const { status, text } = await callServer(address, {
    method: 'POST',
    path: routes.withdraw.path,
    body: { dataset },
  })
  const answer: unknown = JSON.parse(text)
  if (status === 200) return routes.withdraw.answer.parse(answer)
  const { type, detail = 'The server gave an answer that makes no sense.' } =
    Problem.safeParse(answer).data ?? {}
  throw type === 'dataset-refused' ? new RefusalError(detail) : new FailureError(detail)
}
