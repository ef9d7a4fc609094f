import type { LinkAnswer } from '../../contract/ring.ts'
import { compareText } from '../../domain/canonical.ts'
import type { BareNode } from '../../domain/graph.ts'
import type { LedgerValue, Link } from '../../domain/link.ts'
import type { SourceRecord } from '../../domain/record.ts'
import type { Rescored } from '../../domain/rescored.ts'
import type { Sha256 } from '../../domain/units.ts'

/** The links of two shops, surest first, with everything that their ledgers cite. */
export function presentLinks(
  links: readonly Link[],
  cited: {
    readonly nodes: readonly BareNode[]
    readonly records: readonly SourceRecord[]
    readonly rescored: readonly Rescored[]
  },
): LinkAnswer {
  return {
    links: links.toSorted((a, b) => b.probability - a.probability || compareText(a.kind, b.kind)),
    nodes: [...cited.nodes],
    records: [...cited.records],
    rescored: [...cited.rescored],
  }
}

/** Hashes of every record that the ledgers rest on, each once. */
export function recordsCited(links: readonly Link[]): Sha256[] {
  return [...new Set(valuesOf(links).flatMap(({ records }) => records))]
}

/** Keys of every node that stands for a value in the ledgers, and of every rival, each once. */
export function valuesCited(links: readonly Link[]): string[] {
  const values = valuesOf(links).flatMap(({ key }) => (key === undefined ? [] : [key]))
  const rivals = links.flatMap(({ ledger }) => ledger.succession?.rivals ?? [])
  const thirds = links.flatMap(({ ledger }) => ledger.through?.shop ?? [])
  return [...new Set([...values, ...rivals.map(({ shop }) => shop), ...thirds])]
}

function valuesOf(links: readonly Link[]): LedgerValue[] {
  return links.flatMap(({ ledger }) => ledger.bars.flatMap(({ a, b }) => [a, b]))
}
