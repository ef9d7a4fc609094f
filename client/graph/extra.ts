import { networkGraph } from '../../server/picture/network-graph.ts'
import { membersOf } from '../../server/picture/ring-picture.ts'
import type { Picture } from '../../server/picture/shape.ts'
import { withoutPlace } from '../../server/picture/without-place.ts'
import type { Scene } from '../scene/scene.ts'
import { scenePicture } from './scene-picture.ts'

/** Keys of what came by expanding and has no row or column in the lanes: it stands round what it belongs to. */
export function extraKeys(scene: Scene, lanes: Picture): readonly string[] {
  const picture = scenePicture(scene)
  const drawn = new Set(
    lanes.shapes.flatMap((shape) => (shape.shape === 'node' ? [shape.subject.id] : [])),
  )
  const members = new Set(membersOf(picture).map(({ key }) => key))
  const left = withoutPlace(picture, drawn)
  const contacts = new Set(
    picture.edges.flatMap(({ from, to }) => (members.has(from) && !drawn.has(to) ? [to] : [])),
  )
  return networkGraph(picture, undefined).nodes.flatMap(({ key }) =>
    drawn.has(key) || members.has(key) || left.has(key) || contacts.has(key) ? [] : [key],
  )
}
