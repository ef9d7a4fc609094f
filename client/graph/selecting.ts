import type { Subject } from '../../server/picture/shape.ts'
import type { Selection } from '../scene/scene.ts'

/** The selection after a click: the same click twice selects the same; with a modifier nodes are added and taken away. */
export function selected(
  before: Selection | undefined,
  subject: Subject | undefined,
  add: boolean,
): Selection | undefined {
  if (subject === undefined) return add ? before : undefined
  const { of, id } = subject
  if (of !== 'node') return { kind: of, id }
  if (!add || before?.kind !== 'nodes') return { kind: 'nodes', keys: [id] }
  const keys = before.keys.includes(id)
    ? before.keys.filter((key) => key !== id)
    : [...before.keys, id]
  return keys.length === 0 ? undefined : { kind: 'nodes', keys }
}
