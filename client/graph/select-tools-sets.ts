import { type NodeKind, nodeKinds } from '../../server/contract/graph.ts'
import {
  ofKind,
  others as othersOf,
  shownKeys,
  similarTo,
  withNeighbors,
} from '../commands/select-sets.ts'
import { visibleKeys } from '../commands/select-things.ts'
import { useShownScene } from '../filter/use-shown-scene.ts'
import { asOfIn } from '../scene/as-of.ts'
import { useExplorer } from '../scene/store.ts'
import { useDrawnCount } from './probe.ts'

interface SelectSets {
  readonly selected: readonly string[]
  readonly visible: readonly string[]
  readonly inverse: readonly string[]
  readonly neighbors: readonly string[]
  readonly similar: readonly string[]
  /** Everything shown that is not selected, folded or not. */
  readonly others: readonly string[]
  readonly kinds: readonly { readonly kind: NodeKind; readonly keys: readonly string[] }[]
}

/** Everything that can be selected at once from here, so that each button says how much it is. */
export function useSelectSets(): SelectSets {
  const { scene } = useShownScene()
  const selection = useExplorer((state) => state.selection)
  const asOf = useExplorer(asOfIn)
  useDrawnCount()
  const selected = selection?.kind === 'nodes' ? selection.keys : []
  const visible = visibleKeys()
  const kinds = nodeKinds.map((kind) => ({ kind, keys: ofKind(scene, visible, kind) }))
  return {
    selected,
    visible,
    inverse: othersOf(visible, selected),
    neighbors: withNeighbors(scene, selected),
    similar: similarTo(scene, visible, selected, asOf),
    others: othersOf(shownKeys(scene), selected),
    kinds: kinds.filter(({ keys }) => 0 < keys.length),
  }
}
