import { createHash } from 'node:crypto'

import { canonicalJson } from '../domain/canonical.ts'
import type { Sha256 } from '../domain/units.ts'
import type { GraphReads } from './port.ts'

/**
 * SHA-256 over what is currently known: every node, every relation, the hash of every record, a line each, in order.
 * Load times, runs and superseded versions are no part of it, so two stores with the same facts have the same hash.
 */
export async function canonicalHash(
  reads: Pick<GraphReads, 'scanNodes' | 'scanEdges'>,
  records: AsyncIterable<string>,
): Promise<Sha256> {
  const hash = createHash('sha256')
  for await (const node of reads.scanNodes()) hash.update(`${canonicalJson(node)}\n`)
  for await (const edge of reads.scanEdges()) hash.update(`${canonicalJson(edge)}\n`)
  for await (const record of records) hash.update(`${record}\n`)
  return hash.digest('hex') as Sha256
}
