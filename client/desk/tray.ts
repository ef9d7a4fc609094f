import i18next from 'i18next'

import { call } from '../api/call.ts'
import { nodeQuery } from '../api/queries.ts'
import { queryClient } from '../api/query-client.ts'
import { choose, openRing } from '../commands/open.ts'
import { select, useExplorer } from '../scene/store.ts'
import { notifyFailure } from '../shell/notify.ts'
import { changeCase, useCurrentCase } from './cases.ts'
import { casesQuery } from './desk-queries.ts'
import { useDesk } from './desk-state.ts'
import { endsOf, moved, subjectsIn } from './subject.ts'
import { tell } from './tell.ts'

/** As many as the server keeps with a case. */
const trayMax = 500

/** Ids of what was laid aside, in the order that people gave it: of the case that is open, or of this browser. */
export function useTray(): readonly string[] {
  const local = useDesk((state) => state.tray)
  return useCurrentCase()?.body.tray ?? local
}

/** Lays what is selected aside. */
export async function addSelection(): Promise<void> {
  const { selection, view } = useExplorer.getState()
  await addToTray(subjectsIn(selection, view))
}

export async function addToTray(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const before = trayNow()
  const fresh = ids.filter((id) => !before.includes(id))
  if (fresh.length === 0) return tell(i18next.t('tray.nothing'))
  if (trayMax < before.length + fresh.length) return tell(i18next.t('tray.full', { max: trayMax }))
  const done = await changeTray((tray) => [...tray, ...fresh.filter((id) => !tray.includes(id))])
  if (done) tell(i18next.t('tray.added', { count: fresh.length }))
}

export async function removeFromTray(id: string): Promise<void> {
  await changeTray((tray) => tray.filter((own) => own !== id))
}

export async function moveInTray(id: string, by: number): Promise<void> {
  await changeTray((tray) => moved(tray, id, by))
}

export async function emptyTray(): Promise<void> {
  await changeTray(() => [])
}

/** Shows a thing or link wherever it is: in the picture, or in the ring that holds it. */
export async function openSubject(id: string): Promise<void> {
  try {
    const ends = endsOf(id)
    if (ends === undefined) {
      const { node } = await queryClient.fetchQuery(nodeQuery(id))
      return await choose(node)
    }
    if (useExplorer.getState().view.scene.links.has(id)) return select({ kind: 'link', id })
    const { ring } = await call('node', { query: { key: ends.from } })
    if (ring !== undefined) await openRing(ring, { kind: 'link', id })
  } catch (error) {
    notifyFailure(error)
  }
}

function trayNow(): readonly string[] {
  const { caseId, tray } = useDesk.getState()
  const cases = queryClient.getQueryData(casesQuery.queryKey)?.items
  const current = cases?.find(({ id, body }) => id === caseId && body.retractedAt === undefined)
  return current?.body.tray ?? tray
}

async function changeTray(
  change: (tray: readonly string[]) => readonly string[],
): Promise<boolean> {
  const { caseId, tray } = useDesk.getState()
  const cases = queryClient.getQueryData(casesQuery.queryKey)?.items
  const inCase = cases?.some(({ id, body }) => id === caseId && body.retractedAt === undefined)
  if (inCase === true)
    return await changeCase((body) => ({ ...body, tray: [...change(body.tray)] }))
  useDesk.setState({ tray: change(tray) })
  return true
}
