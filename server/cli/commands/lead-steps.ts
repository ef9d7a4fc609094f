import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'

import { RefusalError } from '../../domain/failure.ts'
import type { LeadState } from '../../domain/paper/lead.ts'
import type { LeadPaper } from '../../domain/paper/paper.ts'
import { currentRun } from '../../jobs/current-run.ts'
import { draftLead, reviseLead, sealDraft, stepLead } from '../../jobs/lead-course.ts'
import { leadRights, leadRoute } from '../../jobs/lead-outlook.ts'
import { splitLead } from '../../jobs/split-lead.ts'
import { leadBoard } from '../../leads/board.ts'
import { nextStates, stateOf } from '../../leads/course.ts'
import type { Signer } from '../../leads/formats/signature.ts'
import { changedOutcome, withOutcome } from '../../leads/outcomes.ts'
import type { Store } from '../../store/port.ts'
import type { Shell } from '../command.ts'
import { printJson } from '../print.ts'
import { shopKey } from '../shop-key.ts'
import { leadTables } from '../store-address.ts'
import type { LeadCommandOptions } from './lead-options.ts'
import { authorityOf, refuseUnstamped, stampStep, writePackages } from './lead-packages.ts'
import { tellScope } from './lead-scope.ts'

interface StepInput {
  readonly store: Store
  readonly by: string
  /** What stands after the step: a lead, or a ring for a draft. */
  readonly id: string | undefined
  readonly options: LeadCommandOptions
  readonly shell: Shell
  readonly signer: () => Promise<Signer>
}

type LeadStepCommand = (input: StepInput) => Promise<unknown>

/** Steps that only read. */
export const readingSteps: ReadonlySet<string> = new Set([
  'list',
  'show',
  'rights',
  'route',
  'board',
])

/** `revenant lead STEP`, by the name of the step. */
export const leadSteps: Readonly<Record<string, LeadStepCommand>> = {
  draft,
  review: to('reviewed'),
  approve: to('approved'),
  return: to('draft'),
  seal,
  stamp: stampStep,
  send: to('transmitted'),
  acknowledge: to('acknowledged'),
  accept: to('accepted'),
  decline: to('declined'),
  investigate: to('investigating'),
  settle: to('outcome'),
  close: to('closed'),
  withdraw: to('withdrawn'),
  revise,
  outcome,
  verify,
  list: async ({ store }) => (await store.papers('lead')).map(told),
  show: async (input) => told(await leadOf(input)),
  rights: async (input) => leadRights(input.store, await leadOf(input), leadTables(input.shell)),
  route: async (input) => leadRoute(input.store, await leadOf(input), leadTables(input.shell)),
  split,
  board: async ({ store }) => leadBoard(await store.papers('lead')),
}

async function draft({ store, id = '', by, options, shell }: StepInput): Promise<unknown> {
  const { to: name, audience, territory, asks, language, names, right: rights } = options
  const shops = options.shops?.map(shopKey)
  if (name === undefined || territory === undefined || asks === undefined)
    throw new RefusalError('A draft needs --to RECIPIENT, --territory COUNTRY and --asks TEXT.')
  const run = await currentRun(store)
  await tellScope(store, { run, ring: id, shops }, shell)
  const paper = await draftLead(store, run, {
    ring: id,
    author: by,
    to: [{ name, audience, territory }],
    asks,
    language,
    names,
    ...(rights !== undefined && { rights }),
    ...(shops !== undefined && { shops }),
    now: shell.now(),
  })
  if (paper !== undefined) return told(paper)
  throw new RefusalError(
    `Run ${run.id} has no ring ${id}; \`revenant export rings\` lists those that it has.`,
  )
}

function to(state: LeadState): LeadStepCommand {
  return async (input) => {
    const { store, by, options, shell } = input
    const { because } = options
    const step = { to: state, by, at: shell.now(), ...(because !== undefined && { because }) }
    return told(await stepLead(store, await leadOf(input), step))
  }
}

async function seal(input: StepInput): Promise<unknown> {
  const { store, by, options, shell, signer } = input
  const authority = authorityOf(options, shell)
  const sealing = { by, now: shell.now(), signer: await signer(), tables: leadTables(shell) }
  const { paper, packages, toTell } = await sealDraft(store, await leadOf(input), {
    ...sealing,
    authority,
  })
  if (options.out !== undefined)
    await writePackages(store, packages, resolve(shell.folder, options.out))
  if (0 < toTell.length)
    shell.terminal.note(`These hold the version before and have to be told: ${toTell.join('; ')}.`)
  const answer = { ...told(paper), sealed: packages }
  if (packages.some(({ unstamped }) => unstamped !== undefined)) {
    // What was sealed is told all the same.
    await printJson(shell.terminal, answer)
    refuseUnstamped(packages)
  }
  return answer
}

async function revise(input: StepInput): Promise<unknown> {
  const { store, by, shell } = input
  const run = await currentRun(store)
  return told(await reviseLead(store, await leadOf(input), { by, run, now: shell.now() }))
}

async function outcome(input: StepInput): Promise<unknown> {
  const { store, by, options, shell } = input
  const { kind, on, count, amount, currency, basis, source } = options
  if (kind === undefined || on === undefined || source === undefined)
    throw new RefusalError('An outcome needs --kind KIND, --on DATE and --source TEXT.')
  if (amount !== undefined && (currency === undefined || basis === undefined))
    throw new RefusalError('An --amount needs its --currency and the --basis it was valued by.')
  const value =
    amount === undefined || currency === undefined || basis === undefined
      ? undefined
      : { amount, currency, basis }
  const paper = await leadOf(input)
  const body = withOutcome(paper.body, {
    id: randomUUID(),
    kind,
    on,
    source,
    by,
    at: shell.now(),
    ...(count !== undefined && { count }),
    ...(value !== undefined && { value }),
  })
  await store.putPaper({ ...paper, body })
  return told({ ...paper, body })
}

async function split(input: StepInput): Promise<unknown> {
  const { store, by, shell } = input
  const splitting = { by, now: shell.now(), tables: leadTables(shell) }
  return (await splitLead(store, await leadOf(input), splitting)).map(told)
}

/** A second person has compared every outcome that nobody verified yet with its document. */
async function verify(input: StepInput): Promise<unknown> {
  const { store, by } = input
  const paper = await leadOf(input)
  const open = paper.body.outcomes.filter(
    ({ verifiedBy, retractedAt }) => verifiedBy === undefined && retractedAt === undefined,
  )
  const body = open.reduce(
    (lead, { id }) => changedOutcome(lead, id, { verifiedBy: by }),
    paper.body,
  )
  await store.putPaper({ ...paper, body })
  return told({ ...paper, body })
}

async function leadOf({ store, id }: StepInput): Promise<LeadPaper> {
  const papers = await store.papers('lead')
  const found = papers.find((own) => own.id === id)
  if (found !== undefined) return found
  const named = id === undefined ? 'Name a lead' : `No lead has the id ${id}`
  throw new RefusalError(`${named}; \`revenant lead list\` lists those that there are.`)
}

function told({ id, body }: LeadPaper) {
  return { id, state: stateOf(body), next: nextStates(body), ...body }
}
