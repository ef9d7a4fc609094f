import { writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { resolve } from 'node:path'

import { z } from 'zod'

import { FailureError } from '../../domain/failure.ts'
import { currentRun } from '../../jobs/current-run.ts'
import { sealLead } from '../../jobs/seal-lead.ts'
import { openSigner } from '../../jobs/signing-key.ts'
import type { Command } from '../command.ts'
import { printJson } from '../print.ts'
import { keyFolder, openExisting } from '../store-address.ts'

const Options = z.object({
  to: z.string().trim().min(1).max(200).meta({ value: 'RECIPIENT', description: 'whom it is for' }),
  out: z.string().min(1).meta({ value: 'FILE.zip', description: 'where the package is written' }),
  by: z.string().trim().min(1).max(200).optional().meta({
    value: 'NAME',
    description: 'who seals it; the name of your account when absent',
  }),
})

export const lead: Command<typeof Options> = {
  name: 'lead',
  summary:
    'Drafts and seals a lead about one ring for one recipient, not approved by a second person',
  positionals: ['RING'],
  options: Options,
  async run({ store: address, options, positionals: [ring = ''] }, shell) {
    await using store = await openExisting(address, shell)
    const run = await currentRun(store)
    const by = options.by ?? userInfo().username
    const now = shell.now()
    const signer = await openSigner(keyFolder(address, shell), now)
    const sealed = await sealLead(store, { run, ring, to: options.to, by, now, signer })
    if (sealed === undefined) {
      throw new FailureError(
        `Run ${run.id} has no ring ${ring}; \`revenant export rings\` lists those that it has.`,
      )
    }
    await writeOut(resolve(shell.folder, options.out), sealed.bytes)
    shell.terminal.note('This lead is not approved by a second person, and says so.')
    await printJson(shell.terminal, sealed.lead)
    return 0
  },
}

async function writeOut(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new FailureError(
      `The lead is sealed and kept in the store, and could not be written to ${path} (${why}); fetch it from the explorer.`,
      { cause },
    )
  }
}
