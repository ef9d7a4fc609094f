import { healthQuery } from '../api/queries.ts'
import { queryClient } from '../api/query-client.ts'
import { openRing } from '../commands/open.ts'
import { showRun } from '../commands/show-run.ts'
import { openThings } from '../desk/open-things.ts'
import type { Selection } from '../scene/scene.ts'
import { useExplorer } from '../scene/store.ts'
import { notifyFailure } from '../shell/notify.ts'
import { openPage } from '../shell/page.ts'

/** Goes back to the picture with a ring of the current run in it; where the picture still shows an earlier one, it is brought up first. */
export async function openChangedRing(id: string, selection?: Selection): Promise<void> {
  openPage(undefined)
  await showLatest()
  await openRing(id, selection)
}

/** Goes back to the picture with things by their keys, for what no ring of the current run holds. */
export async function openChangedThings(keys: readonly string[]): Promise<void> {
  openPage(undefined)
  await showLatest()
  await openThings(keys, { code: 'gathered' })
}

/** Shows the run that the server has now. */
export async function showLatest(): Promise<void> {
  try {
    const now = await queryClient.fetchQuery({ ...healthQuery, staleTime: 0 })
    const { seen } = useExplorer.getState()
    const same = seen?.run?.id === now.run?.id && seen?.store.role === now.store.role
    if (!same) await showRun(now)
  } catch (error) {
    notifyFailure(error)
  }
}
