import { z } from 'zod'

import { CodedRefusal } from './coded-refusal.ts'
import { EdgeType, NodeKind } from './graph.ts'
import { RecordKind } from './record.ts'

/** How many of each, without those that there are none of. */
function countsOf<Kind extends z.ZodEnum>(kind: Kind) {
  return z.partialRecord(kind, z.int())
}

/** What mentions something that is to be forgotten, and stays as it is. */
export const Mention = z.enum([
  'note',
  'hold',
  'case',
  'scene',
  'role',
  'lead',
  'decision',
  'ruling',
  'run',
  'evidence',
])
export type Mention = z.infer<typeof Mention>

/** What forgetting would erase and what it would leave, before anything is erased. */
export const ForgetPreview = z.object({
  what: z.enum(['dataset', 'record', 'node']),
  /** What is asked for, as a person confirms it: the name of a dataset, the SHA-256 of a record, or the key of a node. */
  asked: z.string(),
  /** What people call the node. */
  name: z.string().optional(),
  /** Versions of records that would be erased. */
  versions: z.int(),
  /** The same by kind of record, and by dataset. */
  records: countsOf(RecordKind),
  datasets: z.array(z.object({ dataset: z.string(), versions: z.int() })),
  /** Nodes and relations that would leave the graph, as no other record says them. */
  nodes: countsOf(NodeKind),
  edges: countsOf(EdgeType),
  /** Nodes that the records name and others name too. */
  nodesKept: z.int(),
  /** How many of each mention it, or what would leave the graph with it, and stay. */
  mentions: z.partialRecord(Mention, z.int()),
  /** Why it cannot be forgotten now. */
  refusal: z.object({ detail: z.string(), coded: CodedRefusal.optional() }).optional(),
})
export type ForgetPreview = z.infer<typeof ForgetPreview>
