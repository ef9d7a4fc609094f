import type { EdgeType, NodeKind, Properties } from './graph.ts'
import type { NodeKey } from './keys.ts'
import type { Life } from './life.ts'
import type { SourceRecord } from './record.ts'
import type { IsoDate } from './units.ts'

/** When a statement was seen to hold; both ends absent when the source gives no date at all. */
export interface Seen {
  readonly firstSeen?: IsoDate | undefined
  readonly lastSeen?: IsoDate | undefined
}

/** What one record says of one node. */
export interface NodeStatement extends Seen {
  readonly key: NodeKey
  readonly kind: NodeKind
  readonly name?: string | undefined
  readonly properties: Properties
  /** The life of a shop that this record describes. */
  readonly life?: (Life & { readonly explicit: boolean }) | undefined
}

/** What one record says of one relation. Its ends are nodes that some statement of the same record names. */
export interface EdgeStatement extends Seen {
  readonly from: NodeKey
  readonly type: EdgeType
  readonly to: NodeKey
  readonly discriminator: string
  readonly properties: Properties
}

/** One accepted row with everything it says. */
export interface Facts {
  readonly record: SourceRecord
  readonly nodes: readonly NodeStatement[]
  readonly edges: readonly EdgeStatement[]
  /** Nodes that the row is about, sorted, each once: all that it names, and others. How listings, events, parcels and test buys are found from them. */
  readonly about: readonly NodeKey[]
}
