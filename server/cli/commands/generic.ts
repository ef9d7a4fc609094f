import { randomUUID } from 'node:crypto'

import { z } from 'zod'

import { Problem } from '../../contract/problem.ts'
import { routes } from '../../contract/routes.ts'
import { FailureError, RefusalError } from '../../domain/failure.ts'
import { GenericRuling } from '../../domain/generic.ts'
import { rule } from '../../jobs/rulings.ts'
import { callServer } from '../call-server.ts'
import type { Command, Shell } from '../command.ts'
import { findOwner, type Owner } from '../owner.ts'
import { printJson } from '../print.ts'
import { openExisting } from '../store-address.ts'

const Options = z.object({
  yes: z.boolean().optional().meta({ description: 'it says nothing of who is behind it' }),
  no: z.boolean().optional().meta({ description: 'it counts, however many hold it' }),
  by: z.string().trim().min(1).max(200).meta({ value: 'NAME', description: 'who says so' }),
  because: z.string().trim().min(1).max(2_000).meta({ value: 'TEXT', description: 'why' }),
})

type Said = Pick<GenericRuling, 'value' | 'generic' | 'by' | 'because'>

export const generic: Command<typeof Options> = {
  name: 'generic',
  summary: 'Says that a value counts for nothing as identity, or that it counts, from the next run',
  positionals: ['VALUE'],
  options: Options,
  async run({ store: address, options, positionals: [value = ''] }, shell) {
    const { yes = false, no = false, by, because } = options
    if (yes === no)
      throw new RefusalError('Say either --yes, it counts for nothing, or --no, it counts.')
    const said: Said = { value, generic: yes, by, because }
    const owner = await findOwner(address)
    const ruling =
      owner === undefined ? await keep(address, said, shell) : await handIn(owner, said)
    shell.terminal.note('The next run goes by it: `revenant detect`.')
    await printJson(shell.terminal, ruling)
    return 0
  },
}

async function keep(address: string, said: Said, shell: Shell): Promise<GenericRuling> {
  await using store = await openExisting(address, shell)
  return await rule(store, { ...said, now: shell.now(), id: randomUUID() })
}

/** The server that owns the store writes it, as one process alone writes to a store. */
async function handIn({ address }: Owner, body: Said): Promise<GenericRuling> {
  const { status, text } = await callServer(address, {
    method: 'POST',
    path: routes.rule.path,
    body,
  })
  const answer: unknown = JSON.parse(text)
  if (status === 200) return GenericRuling.parse(answer)
  throw new FailureError(
    Problem.safeParse(answer).data?.detail ?? 'The server gave an answer that makes no sense.',
  )
}
