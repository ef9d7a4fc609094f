import type { Subject } from '../../server/picture/shape.ts'
import type { Scene, Selection } from '../scene/scene.ts'

const none: ReadonlySet<string> = new Set()

/** Whether a shape stands out, steps back, or neither. */
export type Emphasis = 'none' | 'dim' | 'strong'

/**
 * What is selected stands out. Beside selected nodes what they touch stays and the rest steps back; a selected link or edge
 * leaves everything else as it is, for it is read within the whole. What lies outside the window steps back unless it is selected.
 */
export function emphasisOf(
  scene: Scene,
  selection: Selection | undefined,
  outside: ReadonlySet<string> = none,
): (subject: Subject) => Emphasis {
  const resting = (id: string): Emphasis => (outside.has(id) ? 'dim' : 'none')
  if (selection === undefined) return ({ id }) => resting(id)
  if (selection.kind !== 'nodes') return ({ id }) => (id === selection.id ? 'strong' : resting(id))
  const { strong, near } = reachOf(scene, selection.keys)
  return ({ id }) => {
    if (strong.has(id)) return 'strong'
    return near.has(id) ? resting(id) : 'dim'
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
