import { canonicalLine } from '../../domain/canonical-bytes.ts'
import type { Core } from '../core.ts'

/** What a person needs to compute the same links and ring again, and how each link adds up. */
export function methodJson(
  { run, links, ring, holders }: Core,
  software: string | undefined,
): Uint8Array {
  return canonicalLine({
    software: software ?? 'Revenant',
    model: run.model,
    run: run.id,
    at: run.at,
    asOf: run.asOf,
    seed: run.seed,
    threshold: run.threshold,
    graphSha256: run.graph,
    summary: run.summary,
    ring: { id: ring.id, rank: ring.rank, parts: ring.parts },
    holders,
    links: links.map(({ from, to, kind, probability, bits, ledger }) => ({
      from,
      to,
      kind,
      probability,
      bits,
      prior: ledger.prior,
      bars: ledger.bars.map(({ a: _a, b: _b, innocent: _innocent, ...weights }) => weights),
      gap: ledger.gap,
      together: ledger.together,
      calibration: ledger.calibration,
      untied: ledger.untied,
      total: ledger.total,
      oneController: ledger.probability,
      supply: ledger.supply,
      succession: ledger.succession,
      standsOn: ledger.standsOn,
      unknown: ledger.unknown,
    })),
  })
}
