import { useMemo } from 'react'

import { asOfIn } from './as-of.ts'
import type { Scene } from './scene.ts'
import { sceneThenIn } from './scene-then.ts'
import { type Standing, standingOf } from './standing.ts'
import { useExplorer } from './store.ts'

/** How the things of a scene stand at the date of the picture and to the window, as both are read now. */
export function useStanding(scene: Scene): Standing {
  const asOf = useExplorer(asOfIn)
  const sense = useExplorer((state) => state.sense)
  const window = useExplorer((state) => state.window)
  const unknown = useExplorer((state) => sceneThenIn(state).unknown)
  return useMemo(
    () => standingOf(scene, { asOf, sense, window, unknown }),
    [scene, asOf, sense, window, unknown],
  )
}
