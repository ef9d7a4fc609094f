import { z } from 'zod'

import { Attribution } from '../domain/attribution.ts'
import { GraphEdge, GraphNode } from '../domain/graph.ts'
import { Amounts } from '../domain/leads/amounts.ts'
import { ConcernedRight } from '../domain/leads/concerned-right.ts'
import { LeadPart } from '../domain/leads/lead-part.ts'
import { LeadRole } from '../domain/leads/lead-role.ts'
import { LeadScope } from '../domain/leads/lead-scope.ts'
import { Link } from '../domain/link.ts'
import { Ring } from '../domain/ring.ts'
import { Run } from '../domain/run.ts'
import { EpochMs, Probability } from '../domain/units.ts'
import { Claim, Counter } from './claim.ts'
import { jointOf } from './claims/claimed-links.ts'
import type { ClaimContext } from './claims/context.ts'
import type { Claims } from './claims.ts'
import { EnclosedFile } from './enclosed.ts'
import { EvidenceItem } from './evidence.ts'
import { enclosedList } from './formats/enclosed-files.ts'
import type { LeadOptions } from './options.ts'

/** The machine copy of a lead, `lead.json`. Keys are those of the store; shops outside the ring are `shop:outside/N`. */
export const LeadDocument = z.object({
  format: z.literal('revenant-lead/1'),
  /** `L-2026-000001-v1`. */
  id: z.string(),
  language: z.enum(['en', 'zh-CN']),
  sealedAt: EpochMs,
  sealedBy: z.string(),
  /** Null when no second person approved it. */
  approvedBy: z.string().nullable(),
  recipient: z.string(),
  /** What the recipient is asked to do; null when nobody said so. */
  asks: z.string().nullable(),
  /** The version that this one takes the place of; null for a first one. */
  supersedes: z.string().nullable(),
  signed: z.boolean(),
  run: Run,
  ring: Ring,
  /** The chance that every step of the ring holds, taken as independent; null when it could not be computed. */
  allSteps: Probability.nullable(),
  claims: z.array(Claim).min(1),
  counters: z.array(Counter),
  nodes: z.array(GraphNode),
  edges: z.array(GraphEdge),
  links: z.array(Link),
  attributions: z.array(Attribution),
  /** Shops in the whole store that hold each node, by key. */
  holders: z.record(z.string(), z.int()),
  generic: z.array(z.string()),
  /** Registered rights concerned, and who may deal under them; absent in packages of earlier versions. */
  rights: z.array(ConcernedRight).optional(),
  /** What the shops sold, as low, likely and high amounts; absent in packages of earlier versions. */
  amounts: Amounts.optional(),
  /** What the ring here is a part of, where the author chose some of its shops: it is told as if it were made of them alone. */
  scope: LeadScope.optional(),
  /** All leads about the ring, where it was split by jurisdiction: amounts, goods and asks here are those of its own part. */
  parts: z.array(LeadPart).optional(),
  /** What people stated of who does what and on what grounds; absent where nobody did, and for recipients who are not told of persons. */
  roles: z.array(LeadRole).optional(),
  evidence: z.array(EvidenceItem),
  /** What was taken out because it is not the ring's own. */
  withheld: z.object({
    shops: z.int(),
    identities: z.int(),
    links: z.int(),
    bridges: z.int(),
    records: z.int(),
    missing: z.int(),
  }),
  /** Files of evidence; absent in packages of earlier versions, and where there are none. */
  files: z.array(EnclosedFile).optional(),
  limits: z.array(z.string()).min(1),
})
export type LeadDocument = z.infer<typeof LeadDocument>

export function leadDocument(
  { core, evidence, rights, amounts }: ClaimContext,
  { claims, counters }: Claims,
  { options, limits }: { options: LeadOptions; limits: readonly string[] },
): LeadDocument {
  const present = new Set(core.nodes.map(({ key }) => key))
  return {
    format: 'revenant-lead/1',
    id: options.id,
    language: options.language ?? 'en',
    sealedAt: options.now,
    sealedBy: options.by,
    approvedBy: options.approvedBy ?? null,
    recipient: options.to,
    asks: options.asks ?? null,
    supersedes: options.supersedes ?? null,
    signed: options.signer !== undefined,
    run: core.run,
    ring: core.ring,
    allSteps: jointOf(core) ?? null,
    claims: [...claims],
    counters: [...counters],
    nodes: [...core.nodes],
    edges: [...core.edges],
    links: [...core.links],
    attributions: [...core.attributions],
    holders: Object.fromEntries(Object.entries(core.holders).filter(([key]) => present.has(key))),
    generic: [...core.generic],
    rights: [...rights],
    amounts,
    ...(core.scope !== undefined && { scope: core.scope }),
    ...(core.split !== undefined && { parts: [...core.split.parts] }),
    ...(0 < (core.roles?.items.length ?? 0) && { roles: [...(core.roles?.items ?? [])] }),
    evidence: [...evidence.items],
    withheld: core.withheld,
    ...(core.enclosed !== undefined && { files: enclosedList(core.enclosed) }),
    limits: [...limits],
  }
}
