import { refusal } from '../domain/refusals.ts'
import type { GraphMap, GraphTable } from '../ingest/graph-map.ts'
import { type GraphPattern, keyColumns, patternText } from '../ingest/graph-pattern.ts'
import { columnsOfSource, type Mapping, mapColumns } from '../ingest/mapping.ts'
import type { ForeignGraph } from '../store/foreign-graph.ts'

/** A table of a map that the graph has, with what is read of it. */
export interface MappedTable extends GraphTable, Mapping {
  /** How many rows it had when it was looked at. */
  readonly rows: number
  /** Every property that the graph has there. */
  readonly names: readonly string[]
  /** Columns that feed a field or keep the order; nothing else leaves the graph. */
  readonly columns: readonly string[]
}

/**
 * Finds every table of a map in the graph, before anything is read; throws a RefusalError that says what there is instead, when a label, a
 * type of relation, a property or a field is none.
 */
export async function mapGraph(graph: ForeignGraph, map: GraphMap): Promise<MappedTable[]> {
  const there = { labels: await graph.labels(), types: await graph.types() }
  const { address } = graph
  if (there.labels.includes('RevenantStore')) throw refusal('graph-is-store', { graph: address })
  for (const { pattern } of map.tables) refuseUnknownNames(pattern, there, address)
  const tables: MappedTable[] = []
  for (const table of map.tables) tables.push(await mapTable(graph, table))
  return tables
}

interface NamesThere {
  readonly labels: readonly string[]
  readonly types: readonly string[]
}

function refuseUnknownNames(pattern: GraphPattern, there: NamesThere, graph: string): void {
  const ends = 'type' in pattern ? [pattern.from, pattern.to] : [pattern]
  const unknown = ends.find(({ label }) => !there.labels.includes(label))
  if (unknown !== undefined) {
    throw refusal('graph-label-missing', { graph, label: unknown.label, found: there.labels })
  }
  if (!('type' in pattern) || there.types.includes(pattern.type)) return
  throw refusal('graph-type-missing', { graph, type: pattern.type, found: there.types })
}

async function mapTable(graph: ForeignGraph, table: GraphTable): Promise<MappedTable> {
  const { pattern, entry, name } = table
  const { rows, names } = await graph.columns(pattern)
  if (rows === 0) await refuseEmpty(graph, pattern)
  const keys = keyColumns(pattern)
  const named = Object.values(entry.columns).flatMap(columnsOfSource)
  refuseMissing(pattern, [...keys, ...named], names)
  const found = { file: name, names, complete: true, listSeparator: undefined }
  const mapping = mapColumns(entry, found)
  const columns = names.filter(
    (column) => keys.includes(column) || !mapping.unusedColumns.includes(column),
  )
  return { ...table, ...mapping, rows, names, columns }
}

/** Of relations most likely the wrong way round; a label that no node has is none that is found. */
async function refuseEmpty(graph: ForeignGraph, pattern: GraphPattern): Promise<void> {
  if (!('type' in pattern)) return
  const found = await graph.endsOf(pattern.type)
  const shown = { graph: graph.address, pattern: patternText(pattern), found }
  throw refusal('graph-pattern-empty', shown)
}

function refuseMissing(
  pattern: GraphPattern,
  named: readonly string[],
  found: readonly string[],
): void {
  const missing = [...new Set(named)].filter((name) => !found.includes(name))
  if (missing.length === 0) return
  throw refusal('graph-properties-missing', {
    pattern: patternText(pattern),
    properties: missing,
    found,
  })
}
