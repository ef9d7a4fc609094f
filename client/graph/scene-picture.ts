import type { RingPicture } from '../../server/picture/ring-picture.ts'
import type { Scene } from '../scene/scene.ts'

const pictures = new WeakMap<Scene, RingPicture>()

/** A scene as the pictures take it: without what was hidden. The same scene gives the same value. */
export function scenePicture(scene: Scene): RingPicture {
  const known = pictures.get(scene)
  if (known !== undefined) return known
  const shown = (key: string) => scene.nodes.has(key) && !scene.hidden.has(key)
  const joined = ([id, { from, to }]: readonly [string, { from: string; to: string }]) =>
    shown(from) && shown(to) && !scene.hidden.has(id)
  const picture: RingPicture = {
    ring: scene.ring,
    nodes: [...scene.nodes.values()].filter(({ key }) => shown(key)),
    edges: [...scene.edges].filter(joined).map(([, edge]) => edge),
    links: [...scene.links].filter(joined).map(([, link]) => link),
    attributions: scene.attributions,
    holders: scene.holders,
    generic: scene.generic,
    events: scene.events,
  }
  pictures.set(scene, picture)
  return picture
}
