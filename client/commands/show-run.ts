import type { Health } from '../../server/contract/health.ts'
import { eventsQuery, healthQuery, ringsQuery } from '../api/queries.ts'
import { queryClient } from '../api/query-client.ts'
import { emptyScene } from '../scene/build-scene.ts'
import { emptyHistory } from '../scene/history.ts'
import { useExplorer } from '../scene/store.ts'
import { openFirst, openRing } from './open.ts'

/** Shows the run that the server has now, because the user asked for it. */
export async function showRun(health: Health): Promise<void> {
  const { seen } = useExplorer.getState()
  useExplorer.setState({
    seen: health,
    asOf: undefined,
    knownAt: undefined,
    told: undefined,
    staged: undefined,
  })
  if (seen?.store.role !== health.store.role) await startOver()
  else await reopen()
}

/** Nothing of one store stays on the page or in its memory when another is shown: demo and real data never mix. */
async function startOver(): Promise<void> {
  const { layout } = useExplorer.getState().view
  useExplorer.setState({
    view: { scene: emptyScene, layout },
    history: emptyHistory,
    base: undefined,
    selection: undefined,
    recent: [],
    decisions: new Map(),
    failure: undefined,
  })
  queryClient.removeQueries({ predicate: isOfTheStore })
  await queryClient.invalidateQueries({ queryKey: ringsQuery.queryKey })
  await queryClient.invalidateQueries({ queryKey: eventsQuery.queryKey })
  await openFirst({ layout })
}

/** Opens the same ring in the new run, or the first of the queue when the run has it no more. */
async function reopen(): Promise<void> {
  const { view, selection, history } = useExplorer.getState()
  await queryClient.invalidateQueries({ predicate: isOfTheStore, refetchType: 'none' })
  await queryClient.refetchQueries({ queryKey: eventsQuery.queryKey, type: 'active' })
  const ring = view.scene.ring?.id
  const rings = await queryClient.fetchQuery(ringsQuery).catch(() => undefined)
  if (ring !== undefined && rings?.items.some(({ id }) => id === ring)) {
    await openRing(ring, selection)
  } else if (ring !== undefined || (view.scene.nodes.size === 0 && history.done === 0)) {
    await openFirst({ layout: view.layout })
  }
}

function isOfTheStore({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean {
  return queryKey[0] !== healthQuery.queryKey[0]
}
