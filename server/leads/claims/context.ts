import type { GraphNode } from '../../domain/graph.ts'
import type { Amounts } from '../../domain/leads/amounts.ts'
import type { ConcernedRight } from '../../domain/leads/concerned-right.ts'
import type { Link } from '../../domain/link.ts'
import type { SourceRecord } from '../../domain/record.ts'
import type { Probability, Sha256 } from '../../domain/units.ts'
import type { Core } from '../core.ts'
import type { EvidenceBook } from '../evidence.ts'
import { amountsOf } from '../money/amounts.ts'
import { rightsOf } from '../rights/rights.ts'
import type { ClaimWords } from '../words/en-claims.ts'
import { claimedLinks } from './claimed-links.ts'

/** What every builder of claims and counters draws on. */
export interface ClaimContext {
  readonly core: Core
  readonly evidence: EvidenceBook
  readonly words: ClaimWords
  /** Keys of the ring's shops, first opened first. */
  readonly shops: readonly string[]
  readonly nodes: ReadonlyMap<string, GraphNode>
  readonly records: ReadonlyMap<Sha256, SourceRecord>
  /** Links that are claimed: those that hold the ring together, and every return at or above the threshold. */
  readonly links: readonly Link[]
  readonly threshold: Probability
  /** Registered rights that the lead is about. */
  readonly rights: readonly ConcernedRight[]
  /** What the ring's shops sold. */
  readonly amounts: Amounts
  nameOf(key: string): string
  /** The names of several things as one list. */
  namesOf(keys: readonly string[]): string
}

export function claimContext(
  core: Core,
  parts: { evidence: EvidenceBook; words: ClaimWords; nameOf: (key: string) => string },
): ClaimContext {
  const shops = core.ring.members.map(({ shop }) => shop)
  const { records, nodes, edges, figures = [], rightRows } = core
  const { asOf } = core.run
  const { cite } = parts.evidence
  const rights = rightsOf({
    ...{ shops, nodes, edges, records, asOf, cite },
    stated: rightRows?.stated ?? [],
    nameOf: parts.nameOf,
  })
  return {
    core,
    ...parts,
    shops,
    rights,
    amounts: amountsOf({ shops, records, rights, figures, asOf, cite }),
    nodes: new Map(core.nodes.map((node) => [node.key, node])),
    records: new Map(core.records.map((record) => [record.hash, record])),
    links: claimedLinks(core),
    threshold: core.run.threshold,
    namesOf: (keys) => parts.words.list(keys.map(parts.nameOf)),
  }
}
