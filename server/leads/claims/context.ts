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
import { countedIn } from '../split/split.ts'
import type { ClaimWords } from '../words/en-claims.ts'
import { claimedLinks } from './claimed-links.ts'

/** What every builder of claims and counters draws on. */
export interface ClaimContext {
  readonly core: Core
  readonly evidence: EvidenceBook
  readonly words: ClaimWords
  /** Keys of the ring's shops, first opened first. */
  readonly shops: readonly string[]
  /** Those that this lead counts: all of them, unless the ring has several leads. */
  readonly ownShops: readonly string[]
  /** The number of the lead that counts a shop or person; nothing where the ring has one lead. */
  countedIn(key: string): string | undefined
  readonly nodes: ReadonlyMap<string, GraphNode>
  readonly records: ReadonlyMap<Sha256, SourceRecord>
  /** Links that are claimed: those that hold the ring together, and every return at or above the threshold. */
  readonly links: readonly Link[]
  readonly threshold: Probability
  /** Registered rights that the lead is about. */
  readonly rights: readonly ConcernedRight[]
  /** What the shops sold that this lead counts. */
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
  const { split } = core
  const counted = split === undefined ? () => undefined : countedIn(split, core)
  const ownShops = shops.filter((shop) => counted(shop) === split?.own)
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
    ownShops,
    countedIn: counted,
    amounts: amountsOf({ shops: ownShops, records, rights, figures, asOf, cite }),
    nodes: new Map(core.nodes.map((node) => [node.key, node])),
    records: new Map(core.records.map((record) => [record.hash, record])),
    links: claimedLinks(core),
    threshold: core.run.threshold,
    namesOf: (keys) => parts.words.list(keys.map(parts.nameOf)),
  }
}
