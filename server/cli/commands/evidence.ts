import { userInfo } from 'node:os'

import { RefusalError } from '../../domain/failure.ts'
import type { Command } from '../command.ts'
import { printJson } from '../print.ts'
import { openExisting, openOrMake, openToRead } from '../store-address.ts'
import { actions, type Task, verifyEvidence } from './evidence/actions.ts'
import { EvidenceOptions } from './evidence/options.ts'

const names = [...Object.keys(actions), 'verify']

export const evidence: Command<typeof EvidenceOptions> = {
  name: 'evidence',
  summary: `Keeps files as they were handed in, and says what happened to them: ${names.join(', ')}; files that are there already are named by their SHA-256 or its first eight digits`,
  positionals: ['ACTION', '[FILE]…'],
  options: EvidenceOptions,
  async run({ store: address, options, positionals: [name = '', ...files] }, shell) {
    const action = actions[name]
    if (action === undefined && name !== 'verify') {
      throw new RefusalError(`There is no \`evidence ${name}\`; there is ${names.join(', ')}.`)
    }
    await using store = await openFor(name)(address, shell)
    const { folder, terminal } = shell
    const by = options.by ?? userInfo().username
    const task: Task = { store, files, options, by, now: shell.now(), folder, terminal }
    if (action === undefined) {
      const checked = await verifyEvidence(task)
      await printJson(terminal, checked)
      return checked.ok ? 0 : 1
    }
    for await (const value of action(task)) await printJson(terminal, value)
    return 0
  },
}

const readers: ReadonlySet<string> = new Set(['list', 'due'])

/** Everything else adds to the chain of custody, checking it included. */
function openFor(name: string) {
  if (name === 'add') return openOrMake
  return readers.has(name) ? openToRead : openExisting
}
