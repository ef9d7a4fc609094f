import { createHash } from 'node:crypto'

import type { Facts } from '../../domain/fact.ts'
import { edgeState, nodeState } from '../../domain/fold-state.ts'
import type { NodeKey } from '../../domain/keys.ts'
import type { EpochMs, Sha256 } from '../../domain/units.ts'
import { type EdgeId, edgeIdentity } from '../edge-id.ts'
import type { RecordVersion } from '../history.ts'
import { sortable } from '../sortable.ts'
import { type TouchedThings, touchedThings } from '../touched.ts'
import { readSaid, type WrittenFacts, writtenFacts, writtenOnce } from '../written-facts.ts'
import { inChunks } from './in-chunks.ts'
import { keepEndedIn } from './past-reads.ts'
import type { Runner } from './query.ts'
import {
  type Current,
  closeRecords,
  currentRecords,
  dropRecords,
  factsOfVersions,
  makeCurrent,
  moveRecords,
  putAbout,
  putRecords,
} from './record-queries.ts'
import { settleEdges } from './settle-edges.ts'
import { settleNodes } from './settle-nodes.ts'

interface Graph {
  readonly nodes: TouchedThings<NodeKey, string>
  readonly edges: TouchedThings<EdgeId, Sha256>
}

/** Makes records current from `at`; versions of them that said something else are closed. */
export async function putFactsIn(runner: Runner, batch: readonly Facts[], at: EpochMs) {
  const written = writtenOnce(batch)
  const hashes = written.map(({ facts }) => facts.record.hash)
  const found = await inChunks(hashes, (chunk) => currentRecords.rows(runner, { hashes: chunk }))
  const current = new Map(found.map((record) => [record.hash, record]))
  const isKept = (one: WrittenFacts) => current.get(one.facts.record.hash)?.digest === digestOf(one)
  const changed = written.filter((one) => !isKept(one))
  const replaced = changed.flatMap(({ facts }) => current.get(facts.record.hash) ?? [])
  const graph = noGraph()
  await move(runner, written.filter(isKept), current, at)
  await close(runner, graph, replaced, at)
  await add(
    runner,
    graph,
    changed.map((one) => ({ written: one, loadedAt: at })),
  )
  await settle(runner, graph)
}

/** Closes current records. */
export async function closeIn(runner: Runner, hashes: readonly Sha256[], at: EpochMs) {
  const graph = noGraph()
  const found = await inChunks(hashes, (chunk) => currentRecords.rows(runner, { hashes: chunk }))
  await close(runner, graph, found, at)
  await settle(runner, graph)
}

/** Adds versions as a dump tells them. */
export async function addVersionsIn(runner: Runner, versions: readonly RecordVersion[]) {
  const graph = noGraph()
  await add(
    runner,
    graph,
    versions.map(({ facts, ...times }) => ({ written: writtenFacts(facts), ...times })),
  )
  await settle(runner, graph)
}

/** Where a record stands in the order of sources and rows; the parts are divided by a character that no id holds. */
export function placeOf(source: string, row: number, hash: string): string {
  return [sortable(source), padded(row), hash].join('\u0001')
}

function noGraph(): Graph {
  return { nodes: touchedThings((key) => key), edges: touchedThings(edgeIdentity) }
}

async function settle(runner: Runner, graph: Graph): Promise<void> {
  const nodes = await settleNodes(runner, graph.nodes.take())
  await settleEdges(runner, graph.edges.take(), nodes)
}

/** Of equal rows in one load the first counts; a later load says anew where a record stands. */
async function move(
  runner: Runner,
  kept: readonly WrittenFacts[],
  current: ReadonlyMap<string, Current>,
  at: EpochMs,
): Promise<void> {
  const rows = kept.flatMap(({ facts: { record } }) => {
    const standing = current.get(record.hash)
    if (standing === undefined) return []
    const row = standing.putAt === at ? Math.min(standing.row, record.row) : record.row
    if (row === standing.row && standing.putAt === at) return []
    const place = placeOf(record.source, row, record.hash)
    return [{ hash: record.hash, row: BigInt(row), place, putAt: BigInt(at) }]
  })
  await inChunks(rows, (chunk) => moveRecords.rows(runner, { rows: chunk }))
}

/** A version that was replaced in the moment it was written was never known, and leaves no trace. */
async function close(runner: Runner, graph: Graph, current: readonly Current[], at: EpochMs) {
  const said = await inChunks(
    current.map(({ version }) => version),
    (versions) => factsOfVersions.rows(runner, { versions }),
  )
  for (const { version, facts } of said) {
    const { nodes, edges } = readSaid(facts)
    for (const { key } of nodes) graph.nodes.unsay(key, version)
    for (const edge of edges) graph.edges.unsay(edge, hashOf(version))
  }
  const [dropped, closed] = [true, false].map((isDropped) =>
    current.filter(({ loadedAt }) => (loadedAt === at) === isDropped).map(({ version }) => version),
  )
  await inChunks(dropped ?? [], (versions) => dropRecords.rows(runner, { versions }))
  await inChunks(closed ?? [], (versions) =>
    closeRecords.rows(runner, { versions, at: BigInt(at) }),
  )
  const isClosed = new Set(closed)
  await keepEndedIn(
    runner,
    said.filter(({ version }) => isClosed.has(version)),
  )
}

interface NewVersion {
  readonly written: WrittenFacts
  readonly loadedAt: EpochMs
  readonly supersededAt?: EpochMs | undefined
}

async function add(runner: Runner, graph: Graph, versions: readonly NewVersion[]): Promise<void> {
  await inChunks(versions.map(recordRow), (rows) => putRecords.rows(runner, { rows }))
  const current = versions.filter(({ supersededAt }) => supersededAt === undefined)
  await inChunks(current.map(versionOf), (chunk) => makeCurrent.rows(runner, { versions: chunk }))
  for (const one of current) say(graph, one)
  const ended = versions.filter(({ supersededAt }) => supersededAt !== undefined)
  await keepEndedIn(
    runner,
    ended.map((one) => ({ version: versionOf(one), facts: one.written.said })),
  )
  const about = current.flatMap((one) =>
    [...new Set(one.written.facts.about)].map((key) => ({ version: versionOf(one), key })),
  )
  await inChunks(about, (rows) => putAbout.rows(runner, { rows }))
}

function say(graph: Graph, version: NewVersion): void {
  const { record, nodes, edges } = version.written.facts
  const name = versionOf(version)
  for (const statement of nodes) graph.nodes.say(statement.key, nodeState(statement), name)
  for (const statement of edges) graph.edges.say(statement, edgeState(statement), record.hash)
}

function recordRow(one: NewVersion): object {
  const { written, loadedAt, supersededAt } = one
  const { record } = written.facts
  return {
    version: versionOf(one),
    properties: {
      version: versionOf(one),
      hash: record.hash,
      source: record.source,
      kind: record.kind,
      row: BigInt(record.row),
      place: placeOf(record.source, record.row, record.hash),
      loadedAt: BigInt(loadedAt),
      putAt: BigInt(loadedAt),
      ...(supersededAt !== undefined && { supersededAt: BigInt(supersededAt) }),
      digest: digestOf(written),
      body: written.body,
      facts: written.said,
    },
  }
}

/** Sorts by hash, then time. */
function versionOf({ written, loadedAt }: NewVersion): string {
  return `${written.facts.record.hash}@${padded(loadedAt)}`
}

function hashOf(version: string): Sha256 {
  return version.slice(0, version.indexOf('@')) as Sha256
}

function padded(integer: number): string {
  return String(integer).padStart(16, '0')
}

/** Spares fetching what a record says to see that it says the same. */
function digestOf({ body, said }: WrittenFacts): string {
  return createHash('sha256').update(body).update(said).digest('base64')
}
