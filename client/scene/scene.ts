import type { BareEdge, BareNode, SourceRecord } from '../../server/contract/graph.ts'
import type { Attribution, Link, Ring } from '../../server/contract/ring.ts'

/** What is on the canvas: an immutable value; every change is a patch that makes a new one (see patch.ts). */
export interface Scene {
  /** The ring that was opened, when one was. */
  readonly ring: Ring | undefined
  readonly nodes: ReadonlyMap<string, BareNode>
  /** By {@link edgeId}. */
  readonly edges: ReadonlyMap<string, BareEdge>
  /** By {@link linkId}. */
  readonly links: ReadonlyMap<string, Link>
  readonly attributions: readonly Attribution[]
  /** Shops in the whole store that hold a node. */
  readonly holders: ReadonlyMap<string, number>
  /** Nodes so widely held that they count for nothing as identity. */
  readonly generic: ReadonlySet<string>
  readonly events: readonly SourceRecord[]
  readonly hidden: ReadonlySet<string>
  readonly pinned: ReadonlyMap<string, { readonly x: number; readonly y: number }>
}

export type Layout = 'lanes' | 'force' | 'map' | 'split' | 'table'

/** What is selected: nodes by key, or one link by {@link linkId}, or one edge by {@link edgeId}. */
export type Selection =
  | { readonly kind: 'nodes'; readonly keys: readonly string[] }
  | { readonly kind: 'link'; readonly id: string }
  | { readonly kind: 'edge'; readonly id: string }

export function edgeId({ from, type, to, discriminator }: BareEdge): string {
  return JSON.stringify([from, type, to, discriminator])
}

export function linkId({ from, kind, to }: Pick<Link, 'from' | 'kind' | 'to'>): string {
  return JSON.stringify([from, kind, to])
}
