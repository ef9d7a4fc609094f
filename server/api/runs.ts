import { Router } from 'express'

import { routes } from '../contract/routes.ts'
import type { ChangesAnswer } from '../contract/runs.ts'
import type { Run } from '../domain/run.ts'
import type { RingChange, RunChanges } from '../domain/run-change.ts'
import { runChanges } from '../jobs/run-changes.ts'
import type { Store } from '../store/port.ts'
import type { ApiContext } from './context.ts'
import { mount } from './mount.ts'
import { ProblemError } from './problem.ts'

export function runs(context: Pick<ApiContext, 'stores' | 'checkAnswers'>) {
  const router = Router()
  const changes = lastPairs(runChanges)
  mount(router, context, routes.runs, async () => ({
    items: await context.stores.served().store.runs(),
  }))
  mount(router, context, routes.changes, async ({ params: { id }, query }) => {
    const { store } = context.stores.served()
    const known = await store.runs()
    const run = knownRun(known, id)
    const since = query.since === undefined ? runBefore(known, run) : knownRun(known, query.since)
    return answerOf(store, await changes(store, since, run), query)
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
  { since, run, rings, links, keptLinks, rescored }: RunChanges,
  { change, limit }: { readonly change?: RingChange['change'] | undefined; readonly limit: number },
): Promise<ChangesAnswer> {
  const wanted = change === undefined ? rings : rings.filter((ring) => ring.change === change)
  const shown = {
    rings: wanted.slice(0, limit),
    links: links.slice(0, limit),
    rescored: rescored.slice(0, limit),
  }
  const gained = links.filter((link) => link.change === 'gained').length
  return {
    since,
    run,
    rings: {
      counts: countBy(rings),
      items: shown.rings,
      omitted: wanted.length - shown.rings.length,
    },
    links: {
      gained,
      lost: links.length - gained,
      kept: keptLinks,
      items: shown.links,
      omitted: links.length - shown.links.length,
    },
    rescored: {
      items: shown.rescored,
      total: rescored.length,
      omitted: rescored.length - shown.rescored.length,
    },
    names: await namesOf(store, shown),
  }
}

function countBy(rings: readonly RingChange[]): ChangesAnswer['rings']['counts'] {
  const counts: ChangesAnswer['rings']['counts'] = {}
  for (const { change } of rings) counts[change] = (counts[change] ?? 0) + 1
  return counts
}

async function namesOf(
  store: Store,
  { rings, links, rescored }: Pick<RunChanges, 'rings' | 'links' | 'rescored'>,
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

/** Pairs of runs kept worked out: they never change, and the page asks for one of them again and again. */
const keptPairs = 4

function lastPairs(work: typeof runChanges): typeof runChanges {
  const known = new WeakMap<object, Map<string, Promise<RunChanges>>>()
  return (store, since, run) => {
    const pairs = known.get(store) ?? new Map<string, Promise<RunChanges>>()
    known.set(store, pairs)
    const name = `${since.id} ${run.id}`
    const value = pairs.get(name) ?? work(store, since, run)
    pairs.delete(name)
    pairs.set(name, value)
    const [oldest] = pairs.keys()
    if (keptPairs < pairs.size && oldest !== undefined) pairs.delete(oldest)
    // A failure is not remembered: the next request tries again.
    value.catch(() => pairs.delete(name))
    return value
  }
}
