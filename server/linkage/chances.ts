import type { Pairs } from './block.ts'
import { compareColumn } from './compare.ts'
import type { ChannelColumn, RankColumn } from './encode.ts'
import { at } from './key-column.ts'
import { type Layout, levelAt } from './layout.ts'
import type { LearntWeights } from './learn/learn.ts'
import { chanceOf } from './rarity.ts'

/** Pseudo-counts that keep a level which no random pair reached from counting as impossible. */
const unseen = 0.5
/** The theory of how often strangers share a rare value counts as this many strangers beside those that learning saw. */
const theoryWeight = 3
const leastChance = 1e-12

/**
 * Probability of each level for two shops picked at random that both have a value, by level. Keys are counted and not sampled, as no sample
 * sees what happens once in a million pairs: a key of share f is shared by f². Sets are sampled, and for what the sample could not see bounded by Markov's
 * inequality from the expected worth, memberships / shops².
 */
export function chancesOf(column: ChannelColumn, population: number, random: Pairs): Float64Array {
  return column.tokens === undefined ? counted(column, population) : sampled(column, random)
}

/**
 * Chances of the levels that a session judged: the pairs it took for strangers, among all pairs that have values on both sides, with the theory
 * beside them.
 */
export function refinedChances(
  column: ChannelColumn,
  theory: Float64Array,
  { sessions }: LearntWeights,
  place: number,
): Float64Array {
  const shops = column.known.reduce((sum, own) => sum + own, 0)
  const pairs = Math.max(1, (shops * (shops - 1)) / 2)
  const chances = theory.slice()
  for (const { session, taken } of sessions) {
    if (session.column !== place) continue
    for (let level = session.from ?? 0; level < session.levels; level++) {
      const chance = Math.max(leastChance, at(theory, level))
      chances[level] = (at(taken.different, level) + theoryWeight) / (pairs + theoryWeight / chance)
    }
  }
  return chances
}

/** By rank and band, the share of holdings that fall into the band: which values people have, not which they share. */
export function bandShares(column: ChannelColumn): Float64Array {
  const shares = new Float64Array(column.layout.levels)
  for (const [rank, own] of column.ranks.entries()) {
    const known = own.alone + own.codes.length
    if (known === 0) continue
    const add = (worth: number, holdings: number) => {
      const level = levelAt(column.layout, rank, worth)
      shares[level] = at(shares, level) + holdings / known
    }
    add(1, own.alone)
    for (const [code, worth] of own.worth.entries())
      if (0 < worth) add(worth, at(own.holders, code))
  }
  return shares
}

function counted(column: ChannelColumn, population: number): Float64Array {
  const shops = column.known.reduce((sum, own) => sum + own, 0)
  const chances = new Float64Array(column.layout.levels)
  for (const [rank, own] of column.ranks.entries()) {
    addRank(column.layout, rank, own, { population, shops: Math.max(2, shops) }, chances)
  }
  return withDiffer(column.layout, chances)
}

function addRank(
  layout: Layout,
  rank: number,
  { level, alone, worth, apart, holders }: RankColumn,
  { population, shops }: { population: number; shops: number },
  chances: Float64Array,
): void {
  const first = levelAt(layout, rank, 1)
  chances[first] = at(chances, first) + (alone / shops) * chanceOf(level, 2, population)
  for (const [code, own] of worth.entries()) {
    if (own < 0) continue
    const band = levelAt(layout, rank, own)
    const share = at(holders, code) / shops
    chances[band] =
      at(chances, band) + share * chanceOf(level, Math.max(2, at(apart, code)), population)
  }
}

function sampled(column: ChannelColumn, random: Pairs): Float64Array {
  const { layout, known } = column
  const counts = new Float64Array(layout.levels)
  for (const own of compareColumn(column, random).level) {
    if (own < counts.length) counts[own] = at(counts, own) + 1
  }
  const pairs = counts.reduce((sum, own) => sum + own, 0)
  const shops = known.reduce((sum, own) => sum + own, 0)
  const memberships = column.ranks.reduce((sum, { codes }) => sum + codes.length, 0)
  const edges = layout.edges[0] ?? []
  const chances = counts.map((own, level) => {
    const edge = edges[level]
    if (edge === undefined || pairs === 0) return 0
    const bound = edge === 0 ? 1 : memberships / Math.max(1, shops ** 2 * edge)
    return Math.min(bound, (own + unseen) / (pairs + 1))
  })
  return withDiffer(layout, chances)
}

/** What is left over is "differ". */
function withDiffer({ differ }: Layout, chances: Float64Array): Float64Array {
  const agree = chances.reduce((sum, own) => sum + own, 0)
  return chances.map((own, level) => (level === differ ? 1 - Math.min(0.99, agree) : own))
}
