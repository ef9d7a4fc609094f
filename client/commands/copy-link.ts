import i18next from 'i18next'

import { ringQuery } from '../api/queries.ts'
import { queryClient } from '../api/query-client.ts'
import { saveScene } from '../desk/scenes.ts'
import { tell } from '../desk/tell.ts'
import { ringScene } from '../scene/build-scene.ts'
import { momentText } from '../scene/format.ts'
import { keptId, signatureOf } from '../scene/kept.ts'
import { usePreferences } from '../scene/preferences.ts'
import type { ExplorerState } from '../scene/store.ts'
import { useExplorer } from '../scene/store.ts'
import { sharedKeysMax } from '../scene/url-state.ts'

/** Whether the address alone leads back to what is seen: a ring as it was opened, a saved scene, one shop, or a few things. */
export function isInAddress({ view, kept }: Pick<ExplorerState, 'view' | 'kept'>): boolean {
  const { scene } = view
  if (keptId(kept, scene) !== undefined) return true
  const untouched = scene.hidden.size === 0 && scene.pinned.size === 0
  if (scene.ring === undefined) return untouched && scene.nodes.size <= sharedKeysMax
  const answer = queryClient.getQueryData(ringQuery(scene.ring.id).queryKey)
  return answer !== undefined && signatureOf(ringScene(answer)) === signatureOf(scene)
}

/** Copies an address that opens this exact view; where the address alone cannot say it, the scene is saved first. */
export async function copyLink(): Promise<void> {
  const state = useExplorer.getState()
  if (isInAddress(state)) return await copy(location.href)
  const ring = state.view.scene.ring?.name ?? i18next.t('share.things')
  const by = usePreferences.getState().author || i18next.t('share.nobody')
  const name = i18next.t('share.name', { ring, at: momentText(Date.now()) })
  if (!(await saveScene({ name, by, case: undefined }))) return
  // The address follows the page; what was kept stands in it once the page has written it.
  await new Promise((resolve) => setTimeout(resolve, 50))
  await copy(location.href)
}

async function copy(address: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(address)
    tell(i18next.t('share.copied'))
  } catch {
    tell(i18next.t('share.notCopied', { address }))
  }
}
