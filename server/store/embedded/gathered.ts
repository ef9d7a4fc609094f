import type { EdgeStatement } from '../../domain/fact.ts'
import { namesOf } from '../../domain/fold-names.ts'
import { edgeState, type FoldState, mergeStates, nodeState } from '../../domain/fold-state.ts'
import type { NodeKey } from '../../domain/keys.ts'
import type { Sha256 } from '../../domain/units.ts'
import { type EdgeId, edgeIdentity } from '../edge-id.ts'
import { nodeTokens } from '../name-grams.ts'
import type { WrittenFacts } from '../written-facts.ts'
import type { NodeRows } from './node-rows.ts'
import { othersAbout } from './packed-facts.ts'

/**
 * Some records of one source and what they say, gathered by what it is said of and in the order of the tables: rows that lack nothing but the numbers of records and relations. All of it is
 * text, numbers and lists, so that another thread can take it over.
 */
export interface Gathered {
  readonly source: string
  readonly records: readonly GatheredRecord[]
  /** Nodes that stood nowhere before, in the order of their rows. */
  readonly fresh: readonly FreshNode[]
  readonly known: readonly KnownNode[]
  readonly edges: readonly GatheredEdge[]
  /** Nodes that records are about and say nothing of, each with the place of the record. */
  readonly about: readonly (readonly [key: NodeKey, record: number])[]
}

export type GatheredRecord = readonly [
  ...[hash: Sha256, row: number, kind: string, body: string, said: string],
]
/** With the places of the records that say something of it, each once. States are JSON. */
export type KnownNode = readonly [
  ...[row: number, id: NodeKey, state: string, records: readonly number[]],
]
/** The same with what it is found by. */
export type FreshNode = readonly [...KnownNode, tokens: string]
export type GatheredEdge = readonly [id: EdgeParts, state: string, records: readonly number[]]
export type EdgeParts = readonly [
  ...[from: NodeKey, type: EdgeId['type'], to: NodeKey, discriminator: string],
]

export function gather(batch: readonly WrittenFacts[], rows: NodeRows): Gathered {
  const nodes = new Map<NodeKey, Spoken<NodeKey>>()
  const edges = new Map<string, Spoken<EdgeParts>>()
  const about: [NodeKey, number][] = []
  batch.forEach(({ facts }, record) => {
    for (const node of facts.nodes) speak(nodes, node.key, node.key, nodeState(node), record)
    for (const edge of facts.edges) {
      speak(edges, edgeIdentity(edge), partsOf(edge), edgeState(edge), record)
    }
    for (const key of othersAbout(facts)) about.push([key, record])
  })
  return {
    source: batch[0]?.facts.record.source ?? '',
    records: batch.map(({ facts: { record }, body, said }) => {
      return [record.hash, record.row, record.kind, body, said]
    }),
    ...placed(inOrder(nodes), rows),
    edges: inOrder(edges).map(({ id, state, records }) => [id, JSON.stringify(state), records]),
    about: about.sort(([a], [b]) => byText(a, b)),
  }
}

function placed(
  nodes: readonly Spoken<NodeKey>[],
  rows: NodeRows,
): Pick<Gathered, 'fresh' | 'known'> {
  const [fresh, known]: [FreshNode[], KnownNode[]] = [[], []]
  const firstNew = rows.next()
  const own = rows.of(nodes.map(({ id }) => id))
  nodes.forEach(({ id, state, records }, place) => {
    const row = own[place] as number
    const node: KnownNode = [row, id, JSON.stringify(state), records]
    if (row < firstNew) known.push(node)
    else fresh.push([...node, nodeTokens(id, namesOf(id, state))])
  })
  return { fresh, known }
}

/** A node or relation that the records speak of. */
interface Spoken<Id> {
  readonly id: Id
  state: FoldState
  readonly records: number[]
}

function partsOf({ from, type, to, discriminator }: EdgeStatement): EdgeParts {
  return [from, type, to, discriminator]
}

function speak<Name, Id>(
  spoken: Map<Name, Spoken<Id>>,
  name: Name,
  id: Id,
  state: FoldState,
  record: number,
): void {
  const before = spoken.get(name)
  if (before === undefined) {
    spoken.set(name, { id, state, records: [record] })
    return
  }
  before.state = mergeStates(before.state, state)
  if (before.records.at(-1) !== record) before.records.push(record)
}

/** Neighbours in an index are then written one after the other, and each of its pages once. */
function inOrder<Name extends string, Id>(spoken: ReadonlyMap<Name, Spoken<Id>>): Spoken<Id>[] {
  return [...spoken].sort(([a], [b]) => byText(a, b)).map(([, thing]) => thing)
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1
}
