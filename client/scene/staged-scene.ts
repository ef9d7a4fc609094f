import { useMemo } from 'react'

import { withMore } from './build-scene.ts'
import type { Layout, Scene } from './scene.ts'
import { type Staged, useExplorer } from './store.ts'

/** So many candidates are drawn at most; the list beside the picture has all of them. */
const drawnMost = 40

export interface StagedScene {
  readonly scene: Scene
  /** What is in the scene only to be looked at, and whether it is ticked. */
  readonly candidates: ReadonlyMap<string, boolean> | undefined
}

/** The scene with its candidates, for the canvas alone: nothing of them is in the picture until it is committed. */
export function useStagedScene(scene: Scene, layout: Layout): StagedScene {
  const staged = useExplorer((state) => state.staged)
  return useMemo(() => stagedScene(scene, layout, staged), [scene, layout, staged])
}

/** In lanes without a ring every shop has a row, so candidates there would move what is in the picture: they are listed alone. */
export function stagedScene(scene: Scene, layout: Layout, staged: Staged | undefined): StagedScene {
  if (staged === undefined || (layout === 'lanes' && scene.ring === undefined)) {
    return { scene, candidates: undefined }
  }
  const fresh = staged.items.filter(({ node }) => !scene.nodes.has(node.key)).slice(0, drawnMost)
  const keys = fresh.map(({ node }) => node.key)
  return {
    scene: withMore(scene, {
      nodes: fresh.map(({ node }) => node),
      edges: fresh.map(({ edge }) => edge),
    }),
    candidates: new Map(keys.map((key) => [key, staged.ticked.has(key)])),
  }
}
