import { namesOf } from '../../domain/fold-names.ts'
import { type FoldState, mergeAll, nodeOf, nodeState } from '../../domain/fold-state.ts'
import { kindOf, type NodeKey } from '../../domain/keys.ts'
import { nodeTokens } from '../name-grams.ts'
import type { Touched } from '../touched.ts'
import { readSaid } from '../written-facts.ts'
import { flatProperties } from './flat-properties.ts'
import {
  createThings,
  factsOfThings,
  removeThings,
  thingStates,
  updateThings,
} from './graph-queries.ts'
import { inParts } from './in-parts.ts'
import type { Runner } from './query.ts'

type TouchedNode = Touched<NodeKey, string>

export interface SettledNodes {
  /** Nodes that did not stand before, and so had no relations. */
  readonly created: ReadonlySet<NodeKey>
  /** Nodes that leave, and their relations with them. */
  readonly gone: ReadonlySet<NodeKey>
  /** Writes every touched node once; what nothing is said of leaves the graph. */
  write(runner: Runner): Promise<unknown>
}

/** What touched nodes have become. */
export async function settleNodes(
  runner: Runner,
  touched: readonly TouchedNode[],
): Promise<SettledNodes> {
  const before = await statesBefore(runner, touched)
  const created = new Map<NodeKey, object>()
  const updated: object[] = []
  const gone: NodeKey[] = []
  for (const { id, state, unsaid } of touched) {
    const { states = [], written } = before.get(id) ?? {}
    const all = state ? [...states, state] : states
    if (all.length === 0) {
      gone.push(id)
      continue
    }
    const merged = mergeAll(all)
    const text = JSON.stringify(merged)
    if (text === written) continue
    const properties = thingProperties(id, merged, text)
    if (states.length === 0 && unsaid.size === 0) created.set(id, { kind: kindOf(id), properties })
    else updated.push({ properties })
  }
  return {
    created: new Set(created.keys()),
    gone: new Set(gone),
    write: (writer) =>
      Promise.all([
        inParts(writer, createThings, [...created.values()]),
        inParts(writer, updateThings, updated),
        inParts(writer, removeThings, gone),
      ]),
  }
}

/** Writes standing nodes anew as their states describe them, with the tokens that they are found by. */
export async function putStatesIn(
  runner: Runner,
  stated: readonly { readonly id: NodeKey; readonly state: FoldState }[],
): Promise<void> {
  const rows = stated.map(({ id, state }) => ({
    properties: thingProperties(id, state, JSON.stringify(state)),
  }))
  await inParts(runner, updateThings, rows)
}

interface Before {
  readonly states: FoldState[]
  /** The state as it is written; undefined where something was taken back of it. */
  readonly written?: string
}

/** What stands of each node, or, where something was taken back, what its current records say. */
async function statesBefore(runner: Runner, touched: readonly TouchedNode[]) {
  const kept = touched.filter(({ unsaid }) => unsaid.size === 0).map(({ id }) => id)
  const afresh = new Set(touched.filter(({ unsaid }) => unsaid.size > 0).map(({ id }) => id))
  const before = new Map<NodeKey, Before>()
  const [standing, said] = await Promise.all([
    inParts(runner, thingStates, kept),
    inParts(runner, factsOfThings, [...afresh]),
  ])
  for (const { key, state } of standing) {
    before.set(key, { states: [JSON.parse(state) as FoldState], written: state })
  }
  for (const { facts } of said) {
    for (const statement of readSaid(facts).nodes) {
      if (afresh.has(statement.key)) append(before, statement.key, nodeState(statement))
    }
  }
  return before
}

function append(before: Map<NodeKey, Before>, key: NodeKey, state: FoldState): void {
  const known = before.get(key)
  if (known) known.states.push(state)
  else before.set(key, { states: [state] })
}

/** What is written of a node; `text` is its state as JSON. */
export function thingProperties(key: NodeKey, state: FoldState, text: string): object {
  const node = nodeOf(key, state, [])
  return {
    ...flatProperties(node),
    key,
    name: node.name,
    _state: text,
    _tokens: nodeTokens(key, namesOf(key, state)),
  }
}
