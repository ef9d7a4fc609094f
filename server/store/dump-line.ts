import { z } from 'zod'

import { Attribution } from '../domain/attribution.ts'
import { Decision } from '../domain/decision.ts'
import { CustodyEvent } from '../domain/evidence/custody.ts'
import { GenericRuling } from '../domain/generic.ts'
import { EdgeType, NodeKind, Properties } from '../domain/graph.ts'
import { NodeKey } from '../domain/keys.ts'
import { SealedLead } from '../domain/lead.ts'
import { Life } from '../domain/life.ts'
import { Link } from '../domain/link.ts'
import { Paper } from '../domain/paper/paper.ts'
import { QuarantinedRow, Source, SourceRecord } from '../domain/record.ts'
import { RunGenerics } from '../domain/rescored.ts'
import { Ring } from '../domain/ring.ts'
import { RunLineage } from '../domain/ring-event.ts'
import { Run, StoredModel } from '../domain/run.ts'
import { RunSupply } from '../domain/run-supply.ts'
import { UnfinishedSource } from '../domain/unfinished.ts'
import { EpochMs, IsoDate, Sha256 } from '../domain/units.ts'

/** Raised when a line changes its meaning. */
export const dumpVersion = 1

const Seen = { firstSeen: IsoDate.optional(), lastSeen: IsoDate.optional() }

const NodeStatement = z.object({
  ...Seen,
  key: NodeKey,
  kind: NodeKind,
  name: z.string().optional(),
  properties: Properties,
  life: Life.extend({ explicit: z.boolean() }).optional(),
})

const EdgeStatement = z.object({
  ...Seen,
  from: NodeKey,
  type: EdgeType,
  to: NodeKey,
  discriminator: z.string(),
  properties: Properties,
})

const Facts = z.object({
  record: SourceRecord,
  nodes: z.array(NodeStatement),
  edges: z.array(EdgeStatement),
  about: z.array(NodeKey),
})

/** One line of a dump: a head, what the store holds in a fixed order, and an end that counts the lines before it. */
export const DumpLine = z.discriminatedUnion('line', [
  z.object({ line: z.literal('head'), format: z.literal('revenant'), version: z.int() }),
  z.object({ line: z.literal('source'), source: Source, supersededAt: EpochMs.optional() }),
  z.object({
    line: z.literal('record'),
    facts: Facts,
    loadedAt: EpochMs,
    supersededAt: EpochMs.optional(),
  }),
  z.object({ line: z.literal('quarantined'), row: QuarantinedRow }),
  /** Of a store that is copied while a load goes on, or after one was broken off. */
  z.object({ line: z.literal('unfinished'), source: UnfinishedSource }),
  z.object({ line: z.literal('run'), run: Run }),
  z.object({ line: z.literal('model'), model: StoredModel }),
  z.object({ line: z.literal('generics'), generics: RunGenerics }),
  z.object({ line: z.literal('lineage'), lineage: RunLineage }),
  z.object({ line: z.literal('supply'), supply: RunSupply }),
  z.object({ line: z.literal('link'), link: Link }),
  z.object({ line: z.literal('ring'), ring: Ring }),
  z.object({ line: z.literal('attribution'), attribution: Attribution }),
  z.object({ line: z.literal('decision'), decision: Decision }),
  z.object({ line: z.literal('ruling'), ruling: GenericRuling }),
  z.object({ line: z.literal('paper'), paper: Paper }),
  z.object({ line: z.literal('custody'), event: CustodyEvent }),
  /** A part of a file; those of one file follow each other. */
  z.object({
    line: z.literal('file'),
    shelf: z.enum(['evidence', 'leads']),
    sha256: Sha256,
    bytes: z.base64(),
    last: z.boolean(),
  }),
  /** Earlier versions wrote the package into the line; now its file stands before it. */
  z.object({ line: z.literal('lead'), lead: SealedLead, package: z.base64().optional() }),
  z.object({ line: z.literal('end'), lines: z.int() }),
])
export type DumpLine = z.infer<typeof DumpLine>
