import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import type { ChangesAnswer } from '../contract/runs.ts'
import type { Run } from '../domain/run.ts'
import type { RingChange, RunChanges } from '../domain/run-change.ts'
import type { FirstChanges } from '../jobs/first-changes.ts'
import type { Store } from '../store/port.ts'
import type { ApiContext } from './context.ts'
import { mount } from './mount.ts'
import { ProblemError } from './problem.ts'
import type { Served } from './stores.ts'

export function runs(context: Pick<ApiContext, 'stores' | 'checkAnswers'>) {
  const router = Router()
  const changes = lastPairs()
  mount(router, context, routes.runs, async () => ({
    items: await context.stores.served().store.runs(),
  }))
  mount(router, context, routes.changes, async ({ params: { id }, query }) => {
    const served = context.stores.served()
    const { store } = served
    const known = await store.runs()
    const run = knownRun(known, id)
    const since = query.since === undefined ? runBefore(known, run) : knownRun(known, query.since)
    return answerOf(store, await changes(served, since, run), query)
  })
  return router
}

function knownRun(known: readonly Run[], id: number): Run {
  const run = known.find((own) => own.id === id)
  if (run !== undefined) return run
  throw new ProblemError(
    'run-unknown',
    `The store has no run ${id}; /api/runs lists those that it has.`,
  )
}

function runBefore(known: readonly Run[], { id }: Run): Run {
  const run = known.find((own) => own.id < id)
  if (run !== undefined) return run
  throw new ProblemError('run-unknown', `Run ${id} is the first, so there is none before it.`)
}

async function answerOf(
  store: Store,
  { since, run, rings, links, rescored }: FirstChanges,
  { change, limit }: { readonly change?: RingChange['change'] | undefined; readonly limit: number },
): Promise<ChangesAnswer> {
  const { counts } = rings
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const wanted = rings.items.filter((ring) => change === undefined || ring.change === change)
  const shown = {
    rings: wanted.slice(0, limit),
    links: links.items.slice(0, limit),
    rescored: rescored.items.slice(0, limit),
  }
  return {
    since,
    run,
    rings: {
      counts,
      items: shown.rings,
      omitted: (change === undefined ? all : (counts[change] ?? 0)) - shown.rings.length,
    },
    links: {
      ...links,
      items: shown.links,
      omitted: links.gained + links.lost - shown.links.length,
    },
    rescored: {
      items: shown.rescored,
      total: rescored.total,
      omitted: rescored.total - shown.rescored.length,
    },
    names: await namesOf(store, shown),
  }
}

async function namesOf(
  store: Store,
  { rings, links, rescored }: Told,
): Promise<Record<string, string>> {
  const keys = new Set([
    ...rings.flatMap(({ gained, lost }) => [...gained, ...lost]),
    ...rings.flatMap(({ causes = [] }) =>
      causes.flatMap(({ shops, value }) => [...shops, value ?? '']),
    ),
    ...links.flatMap(({ from, to }) => [from, to]),
    ...rescored.flatMap(({ value, from, to }) => [value, from, to]),
  ])
  return Object.fromEntries(await store.namesOf([...keys]))
}

type Told = Pick<RunChanges, 'rings' | 'links' | 'rescored'>

/** Pairs of runs kept worked out: they never change, and the page asks for one of them again and again. */
const keptPairs = 4

function lastPairs() {
  const known = new WeakMap<object, Map<string, Promise<FirstChanges>>>()
  return ({ store, ask }: Served, since: Run, run: Run) => {
    const pairs = known.get(store) ?? new Map<string, Promise<FirstChanges>>()
    known.set(store, pairs)
    const name = `${since.id} ${run.id}`
    const value = pairs.get(name) ?? ask('changes', since, run)
    pairs.delete(name)
    pairs.set(name, value)
    const [oldest] = pairs.keys()
    if (keptPairs < pairs.size && oldest !== undefined) pairs.delete(oldest)
    // A failure is not remembered: the next request tries again.
    value.catch(() => pairs.delete(name))
    return value
  }
}
