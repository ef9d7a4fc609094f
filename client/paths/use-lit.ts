import { useMemo } from 'react'

import type { Selection } from '../scene/scene.ts'
import { useExplorer } from '../scene/store.ts'
import { usePaths } from './path-state.ts'

/** What stands out on the canvas in place of the selection, while a way is pointed at: those of its nodes that are in the picture. */
export function useLit(): Selection | undefined {
  const lit = usePaths((state) => state.lit)
  const nodes = useExplorer((state) => state.view.scene.nodes)
  return useMemo(() => {
    const keys = lit?.filter((key) => nodes.has(key)) ?? []
    return keys.length === 0 ? undefined : { kind: 'nodes', keys }
  }, [lit, nodes])
}
