import { namesOf } from '../../domain/fold-names.ts'
import { type FoldState, mergeAll, nodeOf, nodeState } from '../../domain/fold-state.ts'
import type { NodeKind } from '../../domain/graph.ts'
import { kindOf, type NodeKey } from '../../domain/keys.ts'
import { nodeTokens } from '../name-grams.ts'
import type { Touched } from '../touched.ts'
import { readSaid } from '../written-facts.ts'
import { flatProperties } from './flat-properties.ts'
import { factsOfThings, putThings, removeThings, thingStates } from './graph-queries.ts'
import { inChunks } from './in-chunks.ts'
import type { Query, Runner } from './query.ts'
import { putSays } from './record-queries.ts'

type TouchedNode = Touched<NodeKey, string>

export interface SettledNodes {
  /** Nodes that did not stand before, and so had no relations. */
  readonly created: ReadonlySet<NodeKey>
  /** Nodes that left, and their relations with them. */
  readonly gone: ReadonlySet<NodeKey>
}

/** Writes every touched node once, with the records that say so; what nothing is said of leaves the graph. */
export async function settleNodes(
  runner: Runner,
  touched: readonly TouchedNode[],
): Promise<SettledNodes> {
  const before = await statesBefore(runner, touched)
  const stated: StatedNode[] = []
  const gone: NodeKey[] = []
  for (const { id, state } of touched) {
    const states = [...(before.get(id) ?? []), ...(state ? [state] : [])]
    if (states.length === 0) gone.push(id)
    else stated.push({ id, state: mergeAll(states) })
  }
  await putThingsIn(runner, stated)
  await inChunks(gone, (keys) => removeThings.rows(runner, { keys }))
  const says = touched.flatMap(({ id, said }) => [...said].map((version) => ({ version, key: id })))
  await inChunks(says, (chunk) => putSays.rows(runner, { rows: chunk }))
  const isNew = ({ id, unsaid }: TouchedNode) => unsaid.size === 0 && !before.has(id)
  return {
    created: new Set(touched.filter(isNew).map(({ id }) => id)),
    gone: new Set(gone),
  }
}

interface StatedNode {
  readonly id: NodeKey
  readonly state: FoldState
}

/** Writes nodes as their states describe them, with the tokens that they are found by. */
export async function putThingsIn(runner: Runner, stated: readonly StatedNode[]): Promise<void> {
  const rows = new Map<NodeKind, object[]>()
  for (const { id, state } of stated) append(rows, kindOf(id), thingRow(id, state))
  for (const [kind, ofKind] of rows) {
    await inChunks(ofKind, (chunk) => putThings.rows(runner, { kind, rows: chunk }))
  }
}

/** What stands of each node, or, where something was taken back, what its current records say. */
async function statesBefore(runner: Runner, touched: readonly TouchedNode[]) {
  const kept = touched.filter(({ unsaid }) => unsaid.size === 0).map(({ id }) => id)
  const afresh = new Set(touched.filter(({ unsaid }) => unsaid.size > 0).map(({ id }) => id))
  const states = new Map<NodeKey, FoldState[]>()
  for (const { key, state } of await byKey(runner, kept, thingStates)) {
    append(states, key, JSON.parse(state) as FoldState)
  }
  for (const { facts } of await byKey(runner, [...afresh], factsOfThings)) {
    for (const statement of readSaid(facts).nodes) {
      if (afresh.has(statement.key)) append(states, statement.key, nodeState(statement))
    }
  }
  return states
}

function byKey<Row>(
  runner: Runner,
  keys: readonly NodeKey[],
  query: Query<{ keys: readonly string[] }, Row>,
): Promise<Row[]> {
  return inChunks(keys, (chunk) => query.rows(runner, { keys: chunk }))
}

function thingRow(key: NodeKey, state: FoldState): object {
  const node = nodeOf(key, state, [])
  return {
    ...flatProperties(node),
    key,
    name: node.name,
    _state: JSON.stringify(state),
    _tokens: nodeTokens(key, namesOf(key, state)),
  }
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
