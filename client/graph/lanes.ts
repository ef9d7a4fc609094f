import { lanesPicture } from '../../server/picture/lanes.ts'
import type { Picture } from '../../server/picture/shape.ts'
import { datesOf } from '../../server/picture/time-scale.ts'
import { words } from '../../server/picture/words.ts'
import type { Scene } from '../scene/scene.ts'
import type { CanvasProps } from './props.ts'
import { scenePicture } from './scene-picture.ts'
import type { Size } from './size.ts'

/** Beside the column of tools. */
const leftPx = 48
/** Narrower than this the columns and the lanes would run into each other. */
const leastWidthPx = 620

/** The lanes of a scene for a canvas, with the time axis ending where it always does, whatever the as-of date. */
export function lanesOf(
  { scene, asOf, language, held }: Pick<CanvasProps, 'scene' | 'asOf' | 'language' | 'held'>,
  size: Size,
  /** The latest as-of date that was shown for this scene. */
  latest: string,
): Picture {
  return lanesPicture(scenePicture(scene), {
    width: Math.max(size.width, leastWidthPx),
    height: size.height,
    left: leftPx,
    asOf,
    until: endOf(scene, latest),
    words: words[language],
    held,
    legend: false,
  })
}

/** Without a run there is no date to end at, and the last known event does. */
function endOf(scene: Scene, latest: string): string {
  const dates = datesOf([...scene.nodes.values()]).toSorted()
  return latest < '9000' ? latest : (dates.at(-1) ?? '2000-01-01')
}
