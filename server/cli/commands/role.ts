import { randomUUID } from 'node:crypto'

import { z } from 'zod'

import { RefusalError } from '../../domain/failure.ts'
import { RoleName, StatedGround, StatedRole } from '../../domain/paper/role.ts'
import { type Statement, stateChecked, withdrawRole } from '../../jobs/roles/state-role.ts'
import { tellRoles } from '../../jobs/roles/tell-roles.ts'
import type { Command, Input, Shell } from '../command.ts'
import { findOwner } from '../owner.ts'
import { printJson } from '../print.ts'
import { openExisting, openToRead } from '../store-address.ts'
import { handInStatement, handInWithdrawal } from './role/hand-in.ts'

const Options = z.object({
  about: z.string().optional().meta({
    value: 'KEY',
    description: 'list: only of this identity, account, place, shop or ring',
  }),
  by: StatedRole.shape.by.optional().meta({ value: 'NAME', description: 'who says so' }),
  because: StatedRole.shape.because.optional().meta({ value: 'TEXT', description: 'why' }),
  on: StatedRole.shape.on.optional().meta({
    value: 'DATE',
    description: 'state: the day as of which it is so; today when absent',
  }),
  records: z.string().optional().meta({
    value: 'HASH,…',
    description: 'state: loaded rows that it rests on, by their hashes',
  }),
  files: z.string().optional().meta({
    value: 'NAME,…',
    description: 'state: files that it rests on, by their names',
  }),
  source: z.string().optional().meta({
    value: 'TEXT',
    description: 'state: a source in your own words',
  }),
})

type Given = Input<typeof Options>

export const role: Command<typeof Options> = {
  name: 'role',
  summary:
    'Keeps what people state of who controls a shop or ring, or does what in it; nothing is worked out',
  positionals: ['list | state SUBJECT ROLE OF | withdraw ID…'],
  options: Options,
  async run(input, shell) {
    const [action = '', ...rest] = input.positionals
    const act = actions.get(action)
    if (act === undefined)
      throw new RefusalError(
        `${JSON.stringify(action)} is none of ${[...actions.keys()].join(', ')}; \`revenant role --help\` shows what each takes.`,
      )
    await act(input, rest, shell)
    return 0
  },
}

type Action = (input: Given, rest: readonly string[], shell: Shell) => Promise<void>

const actions: ReadonlyMap<string, Action> = new Map([
  ['list', list],
  ['state', state],
  ['withdraw', withdraw],
])

async function list({ store: address, options }: Given, _: readonly string[], shell: Shell) {
  await using store = await openToRead(address, shell)
  for (const told of await tellRoles(store, options.about)) await printJson(shell.terminal, told)
}

async function state({ store: address, options }: Given, rest: readonly string[], shell: Shell) {
  const [subject, name, of] = rest
  if (subject === undefined || of === undefined)
    throw new RefusalError('Say who, which role, and of what: `role state SUBJECT ROLE OF`.')
  const known = RoleName.safeParse(name)
  if (!known.success)
    throw new RefusalError(
      `${JSON.stringify(name)} is no role; there are ${RoleName.options.join(', ')}.`,
    )
  const { by, because, on } = options
  if (by === undefined || because === undefined)
    throw new RefusalError('A statement has an author and a reason: give --by and --because.')
  const said = { subject, role: known.data, of, by, because, on, grounds: groundsOf(options) }
  const owner = await findOwner(address)
  const paper =
    owner === undefined ? await keep(address, said, shell) : await handInStatement(owner, said)
  await printJson(shell.terminal, paper)
}

async function keep(address: string, said: Statement, shell: Shell) {
  await using store = await openExisting(address, shell)
  return await stateChecked(store, said, { now: shell.now(), id: randomUUID() })
}

async function withdraw({ store: address, options }: Given, rest: readonly string[], shell: Shell) {
  const [id] = rest
  const { by, because } = options
  if (id === undefined || by === undefined)
    throw new RefusalError(
      'Say which statement, and who withdraws it: `role withdraw ID --by NAME`.',
    )
  const said = { by, ...(because !== undefined && { because }) }
  const owner = await findOwner(address)
  if (owner !== undefined)
    return await printJson(shell.terminal, await handInWithdrawal(owner, id, said))
  await using store = await openExisting(address, shell)
  const paper = await withdrawRole(store, id, { ...said, at: shell.now() })
  if (paper === undefined)
    throw new RefusalError(`No statement has the id ${id}; \`revenant role list\` lists them.`)
  await printJson(shell.terminal, paper)
}

function groundsOf({ records, files, source }: Given['options']): StatedGround[] {
  const grounds = [
    ...named(records).map((hash) => ({ kind: 'record', hash })),
    ...named(files).map((name) => ({ kind: 'file', name })),
    ...(source === undefined ? [] : [{ kind: 'source', text: source }]),
  ]
  if (grounds.length === 0)
    throw new RefusalError('A statement rests on something: give --records, --files or --source.')
  const parsed = z.array(StatedGround).safeParse(grounds)
  if (parsed.success) return parsed.data
  throw new RefusalError(z.prettifyError(parsed.error))
}

function named(list: string | undefined): string[] {
  return (list ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}
