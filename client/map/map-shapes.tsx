import type { PointerEvent } from 'react'

import type { MapPicture } from '../../server/picture/map.ts'
import type { Mark } from '../../server/picture/map-marks.ts'
import type { Shape } from '../../server/picture/shape.ts'
import { withGhosts } from '../graph/ghosts.ts'
import { ShapeElement } from '../graph/shape-element.tsx'
import type { Standing } from '../scene/standing.ts'
import { cssTheme } from '../timeline/css-theme.ts'

interface MapShapesProps {
  readonly picture: MapPicture
  readonly focused: string | undefined
  readonly standing: Standing
  readonly onOpen: (mark: Mark, add: boolean) => void
}

/** The shapes of the map as elements of the page; marks and their names can be clicked. */
export function MapShapes({ picture, focused, standing, onOpen }: MapShapesProps) {
  const { shapes, marks } = picture
  const byKey = new Map(marks.map((mark) => [mark.key, mark]))
  const here = focused === undefined ? undefined : byKey.get(focused)
  const press = (mark: Mark) => ({
    className: 'map-mark',
    'data-key': mark.key,
    onPointerUp: (event: PointerEvent) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) return
      onOpen(mark, event.ctrlKey || event.metaKey || event.shiftKey)
    },
    onPointerDown: (event: PointerEvent) => event.stopPropagation(),
  })
  return (
    <>
      {withGhosts(shapes, standing.unborn).map((shape, index) => {
        const mark = shape.subject === undefined ? undefined : byKey.get(shape.subject.id)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a picture is replaced whole, and its shapes have no other name.
          <g key={index} opacity={isOutside(shape, standing) ? 0.42 : 1} {...(mark && press(mark))}>
            <ShapeElement shape={shape} theme={cssTheme} />
          </g>
        )
      })}
      {here && <circle className="map-focus" cx={here.x} cy={here.y} r={here.radius + 6} />}
    </>
  )
}

function isOutside({ subject }: Shape, { outside }: Standing): boolean {
  return subject !== undefined && outside.has(subject.id)
}
