import type { Shape } from '../../server/picture/shape.ts'
import type { TimelineView } from '../../server/picture/timeline.ts'
import { withGhosts } from '../graph/ghosts.ts'
import { ShapeElement } from '../graph/shape-element.tsx'
import type { Selection } from '../scene/scene.ts'
import type { Standing } from '../scene/standing.ts'
import type { TimeWindow } from '../scene/time-window.ts'
import { cssTheme } from './css-theme.ts'

interface StripShapesProps {
  readonly shapes: readonly Shape[]
  readonly scale: TimelineView['scale']
  readonly window: TimeWindow | undefined
  readonly standing: Standing
  readonly selection: Selection | undefined
}

/** The shapes of the strip: what is outside the window or beside the selection steps back. A pointer goes through them. */
export function StripShapes({ shapes, scale, window, standing, selection }: StripShapesProps) {
  return (
    <g className="timeline-shapes">
      {withGhosts(shapes, standing.unborn).map((shape, index) => (
        <g
          // biome-ignore lint/suspicious/noArrayIndexKey: a picture is replaced whole, and its shapes have no other name.
          key={index}
          opacity={
            isDim(shape, selection) || isOutside(shape, { scale, window, standing }) ? 0.35 : 1
          }
        >
          <ShapeElement shape={shape} theme={cssTheme} />
        </g>
      ))}
    </g>
  )
}

function isDim({ subject }: Shape, selection: Selection | undefined): boolean {
  if (selection?.kind !== 'nodes' || subject?.of !== 'node') return false
  return (
    !selection.keys.includes(subject.id) && selection.keys.some((key) => key.startsWith('shop:'))
  )
}

/** A bar of the histogram by where it stands, everything else by what it is of. */
function isOutside(
  shape: Shape,
  { scale, window, standing }: Pick<StripShapesProps, 'scale' | 'window' | 'standing'>,
): boolean {
  if (shape.subject !== undefined) return standing.outside.has(shape.subject.id)
  if (scale === undefined || window === undefined || shape.shape !== 'rect') return false
  if (!shape.style.startsWith('month-')) return false
  const end = shape.x + shape.width
  return end < scale.x(window.from) || scale.x(window.to) < shape.x
}
