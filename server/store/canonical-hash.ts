import { createHash } from 'node:crypto'

import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import type { Sha256 } from '../domain/units.ts'
import type { GraphReads, HeardGraph } from './port.ts'

/**
 * SHA-256 over what is currently known: every node, every relation, the hash of every record, a line each, in order.
 * Load times, runs and superseded versions are no part of it, so two stores with the same facts have the same hash.
 */
export async function canonicalHash(
  reads: Pick<GraphReads, 'scanNodes' | 'scanEdges'>,
  records: AsyncIterable<string>,
  heard?: HeardGraph,
): Promise<Sha256> {
  const hash = hashOfLines()
  for await (const node of reads.scanNodes()) {
    hash.add(nodeLine(node))
    heard?.node(node)
  }
  for await (const edge of reads.scanEdges()) {
    hash.add(edgeLine(edge))
    heard?.edge(edge)
  }
  for await (const record of records) hash.add(record)
  return hash.taken()
}

/** So many characters are hashed at once: a call for every line takes longer than the hashing. */
const charactersAtOnce = 65_536

/** The hash of lines as they come. */
export function hashOfLines(): { add(line: string): void; taken(): Sha256 } {
  const hash = createHash('sha256')
  let waiting = ''
  return {
    add(line) {
      waiting += `${line}\n`
      if (waiting.length < charactersAtOnce) return
      hash.update(waiting)
      waiting = ''
    },
    taken: () => hash.update(waiting).digest('hex') as Sha256,
  }
}

/** The canonical JSON of a node, whose properties stand in order already. */
export function nodeLine(node: GraphNode): string {
  const { firstSeen, key, kind, lastSeen, name, properties, records } = node
  const lives = node.lives.map(({ began, ended, from, to }) => ({ began, ended, from, to }))
  return JSON.stringify({ firstSeen, key, kind, lastSeen, lives, name, properties, records })
}

/** The canonical JSON of a relation, whose properties stand in order already. */
export function edgeLine(edge: GraphEdge): string {
  const { discriminator, firstSeen, from, lastSeen, properties, records, to, type } = edge
  const own = { discriminator, firstSeen, from, lastSeen, properties, records, to, type }
  return JSON.stringify(own)
}
