import { Family } from '../domain/link.ts'
import { familyCount, independentFamilies, type Overlaps } from './combine-families.ts'
import type { ChannelColumn, Encoded } from './encode.ts'
import { gapBins } from './gap-bins.ts'
import { at } from './key-column.ts'
import type { Weights } from './learn-weights.ts'
import { chanceOf } from './rarity.ts'
import type { ChannelWeights } from './weights.ts'

/** In a small store the second agreement of listings counts this much; strangers who use one pack share pictures and titles alike. */
const catalogueDamping = 0.3
/** Of place and catalogue the weaker counts this much. */
const goodsOverlap = 0.5

function usualOverlaps(): Overlaps {
  const across = independentFamilies()
  const [place, catalogue] = [Family.options.indexOf('place'), Family.options.indexOf('catalogue')]
  across[place * familyCount + catalogue] = goodsOverlap
  across[catalogue * familyCount + place] = goodsOverlap
  return across
}

/**
 * What each level is worth where there is too little to learn from: every rank's own guess of m against how often strangers share a value held by so many.
 * Two lives side by side count neither way.
 */
export function usualWeights(
  encoded: Encoded,
  inSequence: number,
  gapChances: Float64Array,
): Weights {
  const m = Float64Array.from([...gapBins.map(({ controller }) => controller), 1])
  const u = Float64Array.from([...gapChances, 1])
  return {
    channels: encoded.columns.map((column) => usualChannel(column, encoded.population, inSequence)),
    dampings: { within: { catalogue: catalogueDamping }, across: usualOverlaps() },
    gap: { m, u, bits: m.map((own, bin) => Math.log2(own / at(u, bin))) },
  }
}

function usualChannel(
  { layout, ranks, rule }: ChannelColumn,
  population: number,
  inSequence: number,
): ChannelWeights {
  const m = new Float64Array(layout.levels)
  const u = new Float64Array(layout.levels).fill(1)
  for (const [rank, { level }] of ranks.entries()) {
    const first = layout.firstOf[rank] ?? 0
    for (const [band, center] of (layout.centers[rank] ?? []).entries()) {
      m[first + band] = level.m
      u[first + band] = chanceOf(level, 1 + 1 / center, population)
    }
  }
  const share = rule.differ
  m[layout.differ] = inSequence * share.inSequence + (1 - inSequence) * share.together
  return { m, u, bits: m.map((own, level) => Math.log2(own / at(u, level))) }
}
