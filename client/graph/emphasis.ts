import type { Subject } from '../../server/picture/shape.ts'
import type { Scene, Selection } from '../scene/scene.ts'

/** Whether a shape stands out, steps back, or neither. */
export type Emphasis = 'none' | 'dim' | 'strong'

/**
 * What is selected stands out. Beside selected nodes what they touch stays and the rest steps back; a selected link or edge
 * leaves everything else as it is, for it is read within the whole.
 */
export function emphasisOf(
  scene: Scene,
  selection: Selection | undefined,
): (subject: Subject) => Emphasis {
  if (selection === undefined) return () => 'none'
  if (selection.kind !== 'nodes') return ({ id }) => (id === selection.id ? 'strong' : 'none')
  const { strong, near } = reachOf(scene, selection.keys)
  return ({ id }) => {
    if (strong.has(id)) return 'strong'
    return near.has(id) ? 'none' : 'dim'
  }
}

interface Reach {
  readonly strong: ReadonlySet<string>
  readonly near: ReadonlySet<string>
}

function reachOf(scene: Scene, keys: readonly string[]): Reach {
  const strong = new Set(keys)
  const near = new Set<string>()
  for (const relations of [scene.edges, scene.links]) {
    for (const [id, { from, to }] of relations) {
      if (strong.has(from) || strong.has(to)) near.add(id).add(from).add(to)
    }
  }
  return { strong, near }
}
