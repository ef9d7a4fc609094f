import { asOfIn } from '../scene/as-of.ts'
import { sceneThenIn } from '../scene/scene-then.ts'
import { type ExplorerState, useExplorer } from '../scene/store.ts'
import { type ShownScene, shownScene } from './shown-scene.ts'

/** The scene as it was known where a moment was chosen, and as the filter leaves it now. */
export function useShownScene(): ShownScene {
  return useExplorer(shownIn)
}

/** The same for a command, which is run and does not watch. */
export function shownSceneNow(): ShownScene {
  return shownIn(useExplorer.getState())
}

function shownIn(state: ExplorerState): ShownScene {
  return shownScene(sceneThenIn(state).scene, state.filter, asOfIn(state))
}
