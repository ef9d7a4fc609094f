import type { Shape } from '../../server/picture/shape.ts'

/** The shapes with those of what is not there yet drawn faintly; the same value where there is none. */
export function withGhosts(
  shapes: readonly Shape[],
  unborn: ReadonlySet<string>,
): readonly Shape[] {
  if (unborn.size === 0) return shapes
  return shapes.map((shape) =>
    shape.ghost !== true && shape.subject !== undefined && unborn.has(shape.subject.id)
      ? { ...shape, ghost: true }
      : shape,
  )
}
