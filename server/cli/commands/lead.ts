import { userInfo } from 'node:os'
import { resolve } from 'node:path'

import { FailureError, RefusalError } from '../../domain/failure.ts'
import { currentRun } from '../../jobs/current-run.ts'
import { sealLead } from '../../jobs/seal-lead.ts'
import { openSigner } from '../../jobs/signing-key.ts'
import type { Authority } from '../../jobs/time-stamp/ask-authority.ts'
import type { Store } from '../../store/port.ts'
import type { Command, Shell } from '../command.ts'
import { printJson } from '../print.ts'
import { shopKey } from '../shop-key.ts'
import { keyFolder, leadTables, openExisting, openToRead } from '../store-address.ts'
import { LeadCommandOptions } from './lead-options.ts'
import { authorityOf, refuseUnstamped, writePackages } from './lead-packages.ts'
import { tellScope } from './lead-scope.ts'
import { leadSteps, readingSteps } from './lead-steps.ts'

export const lead: Command<typeof LeadCommandOptions> = {
  name: 'lead',
  summary: `Drafts and seals a lead about one ring in one go, approved by nobody: lead RING --to RECIPIENT --out FILE.zip. In steps: lead ${Object.keys(leadSteps).join('|')}`,
  positionals: ['RING|STEP…'],
  options: LeadCommandOptions,
  async run({ store: address, options, positionals: [first = '', ...rest] }, shell) {
    const by = options.by ?? userInfo().username
    const step = leadSteps[first]
    if (step === undefined) {
      const asked = atOnce(options, rest)
      const authority = authorityOf(options, shell)
      await using store = await openExisting(address, shell)
      await sealAtOnce(store, { ...asked, ring: first, by, address, authority }, shell)
      return 0
    }
    const open = readingSteps.has(first) ? openToRead : openExisting
    await using store = await open(address, shell)
    const signer = () => openSigner(keyFolder(address, shell), shell.now())
    const answer = await step({ store, by, id: rest[0], options, shell, signer })
    await printJson(shell.terminal, answer)
    return 0
  },
}

interface AtOnce extends Pick<LeadCommandOptions, 'territory' | 'right' | 'shops'> {
  readonly to: string
  readonly out: string
}

function atOnce(
  { to, out, territory, right, shops }: LeadCommandOptions,
  [more]: readonly string[],
): AtOnce {
  if (more !== undefined)
    throw new RefusalError(
      `\`revenant lead\` does not take ${JSON.stringify(more)} here; the steps of a lead are ${Object.keys(leadSteps).join(', ')}.`,
    )
  if (to === undefined || out === undefined)
    throw new RefusalError('A lead needs --to RECIPIENT and --out FILE.zip.')
  return { to, out, territory, right, shops: shops?.map(shopKey) }
}

async function sealAtOnce(
  store: Store,
  {
    ring,
    by,
    address,
    to,
    out,
    territory,
    right: rights,
    shops,
    authority,
  }: AtOnce & {
    readonly ring: string
    readonly by: string
    readonly address: string
    readonly authority: Authority | undefined
  },
  shell: Shell,
): Promise<void> {
  const run = await currentRun(store)
  const now = shell.now()
  const signer = await openSigner(keyFolder(address, shell), now)
  const tables = leadTables(shell)
  const said = { ring, to, territory, by, rights, shops, authority }
  await tellScope(store, { run, ring, shops }, shell)
  const sealed = await sealLead(store, { ...said, run, now, signer, tables })
  if (sealed === undefined)
    throw new FailureError(
      `Run ${run.id} has no ring ${ring}; \`revenant export rings\` lists those that it has.`,
    )
  await writePackages(store, [sealed], resolve(shell.folder, out))
  shell.terminal.note('This lead is not approved by a second person, and says so.')
  await printJson(shell.terminal, sealed)
  refuseUnstamped([sealed])
}
