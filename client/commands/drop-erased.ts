import { queryClient } from '../api/query-client.ts'
import { usePaths } from '../paths/path-state.ts'
import { emptyScene } from '../scene/build-scene.ts'
import { emptyHistory } from '../scene/history.ts'
import { useExplorer } from '../scene/store.ts'
import { openFirst } from './open.ts'

/** What was erased does not live on in the page: picture, history and every answer that it remembers go, and the first ring is opened anew. */
export async function dropErased(): Promise<void> {
  const { layout } = useExplorer.getState().view
  useExplorer.setState({
    view: { scene: emptyScene, layout },
    ...{ history: emptyHistory, base: undefined, kept: undefined, staged: undefined },
    ...{ knownAt: undefined, told: undefined },
    ...{ selection: undefined, recent: [], failure: undefined },
  })
  usePaths.setState({ picking: undefined, question: undefined, lit: undefined })
  queryClient.removeQueries({ type: 'inactive' })
  await queryClient.invalidateQueries()
  await openFirst({ layout })
}
