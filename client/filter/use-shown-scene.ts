import { asOfIn } from '../scene/as-of.ts'
import { useExplorer } from '../scene/store.ts'
import { type ShownScene, shownScene } from './shown-scene.ts'

/** The scene as the filter leaves it now. */
export function useShownScene(): ShownScene {
  return useExplorer((state) => shownScene(state.view.scene, state.filter, asOfIn(state)))
}

/** The same for a command, which is run and does not watch. */
export function shownSceneNow(): ShownScene {
  const state = useExplorer.getState()
  return shownScene(state.view.scene, state.filter, asOfIn(state))
}
