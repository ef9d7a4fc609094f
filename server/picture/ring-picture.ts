import type { Attribution } from '../domain/attribution.ts'
import type { BareEdge, BareNode } from '../domain/graph.ts'
import type { Link } from '../domain/link.ts'
import type { SourceRecord } from '../domain/record.ts'
import type { Ring } from '../domain/ring.ts'

/** Everything the pictures of one ring are drawn from; the order of the lists does not matter. */
export interface RingPicture {
  /** Absent for a scene that nobody opened as a ring: then every shop of `nodes` has a row. */
  readonly ring: Ring | undefined
  readonly nodes: readonly BareNode[]
  readonly edges: readonly BareEdge[]
  readonly links: readonly Link[]
  readonly attributions: readonly Attribution[]
  /** Shops in the whole store that hold a node, by key. */
  readonly holders: ReadonlyMap<string, number>
  /** Nodes so widely held that they count for nothing as identity. */
  readonly generic: ReadonlySet<string>
  /** Test buys, complaints and the like about the shops. */
  readonly events: readonly SourceRecord[]
}

/** The ring's shops, or every shop where no ring was opened. */
export function membersOf({ ring, nodes }: RingPicture) {
  const members = ring && new Set(ring.members.map(({ shop }) => shop))
  return nodes.filter(({ key, kind }) => kind === 'Shop' && (members?.has(key) ?? true))
}

/** The id that shapes of an edge carry; the explorer names its edges alike. */
export function edgeId({
  from,
  type,
  to,
  discriminator,
}: Pick<BareEdge, 'from' | 'type' | 'to' | 'discriminator'>): string {
  return JSON.stringify([from, type, to, discriminator])
}

/** The id that shapes of a link carry; the explorer names its links alike. */
export function linkId({ from, kind, to }: Pick<Link, 'from' | 'kind' | 'to'>): string {
  return JSON.stringify([from, kind, to])
}
