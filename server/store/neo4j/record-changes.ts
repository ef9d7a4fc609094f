import { createHash } from 'node:crypto'

import { edgeState, nodeState } from '../../domain/fold-state.ts'
import type { NodeKey } from '../../domain/keys.ts'
import type { EpochMs, Sha256 } from '../../domain/units.ts'
import { type EdgeId, edgeIdentity } from '../edge-id.ts'
import type { RecordVersion } from '../history.ts'
import { sortable } from '../sortable.ts'
import { type TouchedThings, touchedThings } from '../touched.ts'
import { readSaid, type WrittenFacts, writtenFacts } from '../written-facts.ts'
import { inParts, partsOf } from './in-parts.ts'
import { keepEndedIn } from './past-reads.ts'
import type { Runner } from './query.ts'
import {
  type Current,
  closeRecords,
  currentRecords,
  dropRecords,
  factsOfVersions,
  moveRecords,
  putEndedRecords,
  putRecords,
} from './record-queries.ts'
import { settleEdges } from './settle-edges.ts'
import { settleNodes } from './settle-nodes.ts'

interface Graph {
  readonly nodes: TouchedThings<NodeKey, string>
  readonly edges: TouchedThings<EdgeId, Sha256>
}

/** Makes records current from `at`; versions of them that said something else are closed. */
export async function putFactsIn(runner: Runner, written: readonly WrittenFacts[], at: EpochMs) {
  const hashes = written.map(({ facts }) => facts.record.hash)
  const found = await inParts(runner, currentRecords, hashes)
  const current = new Map(found.map((record) => [record.hash, record]))
  const isKept = (one: WrittenFacts) => current.get(one.facts.record.hash)?.digest === digestOf(one)
  const kept = found.length === 0 ? [] : written.filter(isKept)
  const isStanding = new Set(kept)
  const changed = written.filter((one) => !isStanding.has(one))
  const replaced = changed.flatMap(({ facts }) => current.get(facts.record.hash) ?? [])
  const graph = noGraph()
  await move(runner, kept, current, at)
  await close(runner, graph, replaced, at)
  await add(
    runner,
    graph,
    changed.map((one) => ({ written: one, loadedAt: at })),
  )
}

/** Closes current records. */
export async function closeIn(runner: Runner, hashes: readonly Sha256[], at: EpochMs) {
  const graph = noGraph()
  const found = await inParts(runner, currentRecords, hashes)
  await close(runner, graph, found, at)
  await settle(runner, graph)
}

/** Adds versions as a dump tells them. */
export async function addVersionsIn(runner: Runner, versions: readonly RecordVersion[]) {
  await add(
    runner,
    noGraph(),
    versions.map(({ facts, ...times }) => ({ written: writtenFacts(facts), ...times })),
  )
}

/** Where a record stands in the order of sources and rows; the parts are divided by a character that no id holds. */
export function placeOf(source: string, row: number, hash: string): string {
  return [sortable(source), padded(row), hash].join('\u0001')
}

function noGraph(): Graph {
  return { nodes: touchedThings((key) => key), edges: touchedThings<EdgeId, Sha256>(edgeIdentity) }
}

/**
 * Nodes are written before what leads to them, and the server gets each statement as soon as it is known, so that it writes while the next is worked
 * out here. `alongside` is sent when the nodes are.
 */
async function settle(
  runner: Runner,
  graph: Graph,
  alongside: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  const nodes = await settleNodes(runner, graph.nodes.take())
  await Promise.all([
    nodes.write(runner),
    settleEdges(runner, graph.edges.take(), nodes),
    alongside(),
  ])
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
  await inParts(runner, moveRecords, rows)
}

/** A version that was replaced in the moment it was written was never known, and leaves no trace. */
async function close(runner: Runner, graph: Graph, current: readonly Current[], at: EpochMs) {
  const said = await inParts(
    runner,
    factsOfVersions,
    current.map(({ version }) => version),
  )
  for (const { version, facts } of said) {
    const { nodes, edges } = readSaid(facts)
    for (const { key } of nodes) graph.nodes.unsay(key, version)
    for (const edge of edges) graph.edges.unsay(edge, hashOf(version))
  }
  const [dropped, closed] = [true, false].map((isDropped) =>
    current.filter(({ loadedAt }) => (loadedAt === at) === isDropped).map(({ version }) => version),
  )
  await inParts(runner, dropRecords, dropped ?? [])
  for (const rows of partsOf(closed ?? [])) {
    await closeRecords.rows(runner, { part: { rows }, at: BigInt(at) })
  }
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
  const isCurrent = ({ supersededAt }: NewVersion) => supersededAt === undefined
  const current = versions.filter(isCurrent)
  const ended = versions.filter((one) => !isCurrent(one))
  for (const one of current) say(graph, one)
  await settle(runner, graph, () =>
    Promise.all([
      inParts(runner, putRecords, current.map(currentRow)),
      inParts(runner, putEndedRecords, ended.map(recordRow)),
    ]),
  )
  await keepEndedIn(
    runner,
    ended.map((one) => ({ version: versionOf(one), facts: one.written.said })),
  )
}

function say(graph: Graph, version: NewVersion): void {
  const { record, nodes, edges } = version.written.facts
  const name = versionOf(version)
  for (const statement of nodes) graph.nodes.say(statement.key, nodeState(statement), name)
  for (const statement of edges) graph.edges.say(statement, edgeState(statement), record.hash)
}

/** A record is about what it says something of, so that only what is otherwise is written. */
export function currentRow(one: NewVersion) {
  const { nodes, about } = one.written.facts
  const says = new Set<string>(nodes.map(({ key }) => key))
  const others = new Set<string>(about)
  const notAbout = [...says].filter((key) => !others.has(key))
  for (const key of says) others.delete(key)
  const { properties } = recordRow(one)
  return {
    properties: notAbout.length === 0 ? properties : { ...properties, _notAbout: notAbout },
    says: [...says],
    about: [...others],
  }
}

function recordRow(one: NewVersion) {
  const { written, loadedAt, supersededAt } = one
  const { record } = written.facts
  return {
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
