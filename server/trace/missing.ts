import type { TraceStep } from '../domain/attribution.ts'
import type { GraphNode } from '../domain/graph.ts'
import type { PlaceFacts } from '../domain/place.ts'

/** What is known of one attribution when it is asked what would settle it. */
export interface Known {
  readonly target: string
  readonly shops: readonly string[]
  readonly parcels: number
  readonly testBuys: number
  /** Test buys whose goods a verifier called counterfeit. */
  readonly verified: number
  readonly path: readonly TraceStep[]
  readonly weakest: number
  /** True when every way there leads through a hub. */
  readonly throughHub: boolean
  readonly ringShops: readonly string[]
  readonly nodes: ReadonlyMap<string, GraphNode>
  /** Things that are said to be at a place. */
  readonly placed: ReadonlySet<string>
  /** The places where it is. */
  readonly sites: readonly PlaceFacts[]
  readonly isLive: (shop: string) => boolean
}

/** Evidence that would settle a claim and is not there, by permanent code; the first is what to get first. */
const gaps: readonly { readonly code: string; readonly isMissing: (known: Known) => boolean }[] = [
  { code: 'hub-on-path', isMissing: ({ throughHub }) => throughHub },
  { code: 'no-test-buy', isMissing: ({ testBuys }) => testBuys === 0 },
  {
    code: 'no-verified-test-buy',
    isMissing: ({ testBuys, verified }) => testBuys > 0 && verified === 0,
  },
  { code: 'no-parcel', isMissing: ({ parcels }) => parcels === 0 },
  {
    code: 'single-source',
    isMissing: ({ path, weakest }) => (path[weakest]?.records.length ?? 0) <= 1,
  },
  { code: 'no-live-shop', isMissing: missesLiveShops },
  { code: 'no-address', isMissing: hasNoAddress },
  {
    code: 'not-seen-on-site',
    isMissing: ({ sites }) => 0 < sites.length && !sites.some(({ seenOnSite }) => seenOnSite),
  },
]

export function missingEvidence(known: Known): string[] {
  return gaps.filter(({ isMissing }) => isMissing(known)).map(({ code }) => code)
}

/** The ring has open shops, and nothing ties one of them to the target. */
function missesLiveShops({ ringShops, shops, isLive }: Known): boolean {
  return ringShops.some(isLive) && !shops.some(isLive)
}

function hasNoAddress({ target, nodes, placed }: Known): boolean {
  const { address, lat } = nodes.get(target)?.properties ?? {}
  if (address !== undefined || lat !== undefined) return false
  return !placed.has(target)
}
