import { z } from 'zod'

import type { Part } from './in-parts.ts'
import { PackedBody } from './packed-body.ts'
import { Body, Count, command, Integer, pageWith, query } from './query.ts'

const RunRow = z.object({ id: Integer, body: z.string() })
const Batch = z.object({ batch: Integer })
const Published = z.object({ id: Integer })
const Placed = z.object({ place: z.string(), body: PackedBody })
type Placed = z.infer<typeof Placed>
const PlacedPage = pageWith(Placed)
const PaperRow = z.object({ id: z.string(), body: z.string() })
const Package = Body.extend({ package: z.instanceof(Int8Array).nullable() })

type OfRun = { readonly run: bigint }
type Page = { readonly after: string; readonly limit: bigint }
type Wanted = { readonly minProbability: number; readonly kind: string | null }

export const runs = query<object, z.infer<typeof RunRow>>('read/runs', RunRow)
export const runModel = query<OfRun, Body>('read/run-model', Body)
export const runGenerics = query<OfRun, Body>('read/run-generics', Body)
export const runLineage = query<OfRun, Body>('read/run-lineage', Body)
export const runSupply = query<OfRun, Body>('read/run-supply', Body)
export const beginRun = query<
  { body: string } & Record<'model' | 'generics' | 'lineage' | 'supply', string | null>,
  z.infer<typeof Batch>
>('write/begin-run', Batch)
export const putLinks = command<Part<object>>('write/put-links')
export const putRings = command<Part<object>>('write/put-rings')
export const putAttributions = command<Part<object>>('write/put-attributions')
export const publishRun = query<{ batch: bigint; id: bigint | null }, z.infer<typeof Published>>(
  'write/publish-run',
  Published,
)
export const abandonRuns = query<object, Count>('write/abandon-runs', Count)
export const sweepRuns = command<object>('write/sweep-runs')

export const scanLinks = query<OfRun & Page & Wanted, Placed>('read/scan-links', Placed)
export const linksOfShops = query<OfRun & Wanted & { shops: readonly string[] }, Placed>(
  'read/links-of-shops',
  Placed,
)
export const linksBetween = query<OfRun & { a: string; b: string }, Placed>(
  'read/links-between',
  Placed,
)
export const rings = query<OfRun & Page, z.infer<typeof PlacedPage>>('read/rings', PlacedPage)
export const ring = query<OfRun & { ring: string }, Placed>('read/ring', Placed)
export const ringsOf = query<OfRun & { shops: readonly string[] }, Placed>('read/rings-of', Placed)
export const attributions = query<OfRun & { ring: string }, Placed>('read/attributions', Placed)

export const putDecision = command<{ id: string; body: string }>('write/put-decision')
export const decisions = query<object, Body>('read/decisions', Body)
export const putRuling = command<{ id: string; body: string }>('write/put-ruling')
export const rulings = query<object, Body>('read/rulings', Body)
export const putPaper = command<{ place: string; id: string; kind: string; body: string }>(
  'write/put-paper',
)
export const papers = query<{ kind: string }, z.infer<typeof PaperRow>>('read/papers', PaperRow)
export const putLead = command<{ id: string; body: string }>('write/put-lead')
export const leads = query<object, Body>('read/leads', Body)
export const leadPackage = query<{ id: string }, z.infer<typeof Package>>(
  'read/lead-package',
  Package,
)
