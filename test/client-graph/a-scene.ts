import { edgeId, linkId, type Scene } from '../../client/scene/scene.ts'
import type { RingPicture } from '../../server/picture/ring-picture.ts'
import { goldenLotus } from '../picture/golden-lotus.ts'

/** The Golden Lotus ring as the explorer holds it. */
export function aScene(picture: RingPicture = goldenLotus()): Scene {
  return {
    ring: picture.ring,
    nodes: new Map(picture.nodes.map((node) => [node.key, node])),
    edges: new Map(picture.edges.map((edge) => [edgeId(edge), edge])),
    links: new Map(picture.links.map((link) => [linkId(link), link])),
    attributions: picture.attributions,
    holders: picture.holders,
    generic: picture.generic,
    events: picture.events,
    hidden: new Set(),
    pinned: new Map(),
  }
}
