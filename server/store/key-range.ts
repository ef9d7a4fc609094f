import type { NodeKind } from '../domain/graph.ts'
import { keyPrefixes } from '../domain/keys.ts'

/** The keys of a kind, of every kind when absent: from `lowest` to before `highest`. Prefixes end in `:`, and `;` follows it. */
export function keyRange(kind: NodeKind | undefined): { lowest: string; highest: string } {
  if (kind === undefined) return { lowest: '', highest: '\uFFFF' }
  return { lowest: `${keyPrefixes[kind]}:`, highest: `${keyPrefixes[kind]};` }
}
