import type { Attribution } from '../../server/contract/ring.ts'
import { nodeQuery } from '../api/queries.ts'
import { queryClient } from '../api/query-client.ts'
import { withMore } from '../scene/build-scene.ts'
import { run, select, useExplorer } from '../scene/store.ts'
import { notifyFailure } from '../shell/notify.ts'

/** Selects a factory or place that the ring's goods may come from, and brings its whole path into the picture. */
export async function showFactory(attribution: Attribution): Promise<void> {
  const keys = [attribution.target, ...attribution.path.flatMap(({ from, to }) => [from, to])]
  const { view } = useExplorer.getState()
  const absent = [...new Set(keys)].filter((key) => !view.scene.nodes.has(key))
  try {
    const answers = await Promise.all(absent.map((key) => queryClient.fetchQuery(nodeQuery(key))))
    const nodes = answers.map(({ node }) => node)
    if (nodes.length > 0) {
      const scene = withMore(view.scene, { nodes })
      run({ code: 'added', name: attribution.name }, { ...view, scene })
    }
    select({ kind: 'nodes', keys: [attribution.target] })
  } catch (error) {
    notifyFailure(error)
  }
}
