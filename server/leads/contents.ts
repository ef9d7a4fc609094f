import type { Attribution } from '../domain/attribution.ts'
import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import type { ReferenceFigure } from '../domain/leads/amounts.ts'
import type { ClearedOutcome } from '../domain/leads/cleared.ts'
import type { LeadRoles } from '../domain/leads/lead-role.ts'
import type { LeadScope } from '../domain/leads/lead-scope.ts'
import type { Link } from '../domain/link.ts'
import type { Source, SourceRecord } from '../domain/record.ts'
import type { Ring } from '../domain/ring.ts'
import type { Run } from '../domain/run.ts'
import type { Picture } from '../picture/shape.ts'
import type { Enclosed } from './enclosed.ts'
import type { RightRows } from './rights/chosen.ts'
import type { Split } from './split/split.ts'
import type { Withheld } from './withheld-fields.ts'
import type { Language } from './words/words.ts'

/** One drawing of the ring, already painted. */
export interface LeadPicture {
  /** File name without extension: lower-case letters, digits and hyphens. */
  readonly name: string
  readonly svg: string
  /** The same drawing as shapes, in the language of each dossier: where they are given, it shows them too. */
  readonly drawn?: Readonly<Record<Language, Picture>> | undefined
}

/** Everything that one lead is made from. What does not belong to the ring is taken out before anything is written. */
export interface LeadContents {
  readonly ring: Ring
  /** The ring's shops and everything around them. */
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  /** Links of the ring's shops; those to shops outside are counted and left out. */
  readonly links: readonly Link[]
  readonly attributions: readonly Attribution[]
  /** Shops in the whole store that hold each node that is not a shop. */
  readonly holders: Readonly<Record<string, number>>
  /** Keys of nodes so widely held that they count for nothing as identity. */
  readonly generic: readonly string[]
  /** Test buys, complaints, closures, listings and the like about the ring's shops. */
  readonly events: readonly SourceRecord[]
  /** Every record that nodes, edges, ledgers and attributions cite; more do no harm. */
  readonly records: readonly SourceRecord[]
  readonly sources: readonly Source[]
  readonly run: Run
  readonly pictures: readonly LeadPicture[]
  /** Files of evidence about the ring; absent when there are none. */
  readonly enclosed?: Enclosed | undefined
  /** Registered rights, who may use them, and which of them the author names; absent where the store has none. */
  readonly rightRows?: RightRows | undefined
  /** Figures that amounts are set beside; absent where none are configured. */
  readonly figures?: readonly ReferenceFigure[] | undefined
  /** What came of earlier leads about the same shops and speaks for them; absent where nothing did. */
  readonly cleared?: readonly ClearedOutcome[] | undefined
  /** What stands under a number because the audience may not see it; absent where everything may be seen. */
  readonly withheldValues?: Readonly<Partial<Record<Withheld, number>>> | undefined
  /** Where the ring has several leads, and each counts its own shops; absent where there is one. */
  readonly split?: Split | undefined
  /** What people stated of who does what; absent where nobody did. */
  readonly roles?: LeadRoles | undefined
  /** What the ring is a part of, where the author chose some of its shops; absent where it is whole. */
  readonly scope?: LeadScope | undefined
  /** Things around the ring, and records about its shops, that were too many to be read; 0 when absent. */
  readonly omitted?: number | undefined
}
