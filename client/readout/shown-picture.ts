import type { Box } from '../../server/picture/placement.ts'
import type { Shape } from '../../server/picture/shape.ts'

/** What a view shows now, for those who read it out: shapes, and which part of their plane. */
export interface ShownPicture {
  readonly title: string
  readonly shapes: readonly Shape[]
  readonly box: Box
  readonly notes: readonly string[]
  readonly signs: readonly string[]
}

type View = 'canvas' | 'map'

const shown = new Map<View, () => ShownPicture | undefined>()

/** A view says how to read it out, as long as it is there; it is asked when somebody does. */
export function noteShownPicture(view: View, read: () => ShownPicture | undefined): () => void {
  shown.set(view, read)
  return () => {
    if (shown.get(view) === read) shown.delete(view)
  }
}

export function shownPicture(view: View): ShownPicture | undefined {
  return shown.get(view)?.()
}
