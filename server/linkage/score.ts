import { Channel, Family, families } from '../domain/link.ts'
import type { Pairs } from './block.ts'
import { compareColumn } from './compare.ts'
import type { Encoded } from './encode.ts'
import { at } from './key-column.ts'
import { priorBits } from './rarity.ts'

/** What the second and further agreement of one family still counts: people who change the phone tend to change the mail with it. */
export const familyDamping = 0.5

const chunkPairs = 65_536

/** Prior and channels of every pair, in bits, before gap and decisions. Families are damped as in {@link dampings}. */
export function scorePairs(
  encoded: Encoded,
  pairs: Pairs,
  inSequence: Uint8Array,
  onProgress: (done: number, total: number) => void,
): Float64Array {
  const total = pairs.left.length
  const scores = new Float64Array(total).fill(priorBits(encoded.population))
  const columnsByFamily = Family.options.map((family) =>
    encoded.columns.filter(({ rule }) => families[rule.channel] === family),
  )
  const bits = new Float64Array(Math.min(total, chunkPairs))
  for (let first = 0; first < total; first += chunkPairs) {
    const end = Math.min(total, first + chunkPairs)
    for (const columns of columnsByFamily) {
      const most = new Float64Array(end - first)
      const positive = new Float64Array(end - first)
      for (const column of columns) {
        compareColumn(column, pairs, inSequence, first, end, bits)
        addColumn(bits, most, positive, scores, first)
      }
      addFamily(most, positive, scores, first)
    }
    onProgress(end, total)
  }
  return scores
}

/** Counter-evidence counts whole; agreements are kept apart until the family is complete. */
function addColumn(
  bits: Float64Array,
  most: Float64Array,
  positive: Float64Array,
  scores: Float64Array,
  first: number,
): void {
  for (let i = 0; i < most.length; i++) {
    const own = at(bits, i)
    if (own < 0) scores[first + i] = at(scores, first + i) + own
    else {
      positive[i] = at(positive, i) + own
      if (at(most, i) < own) most[i] = own
    }
  }
}

function addFamily(
  most: Float64Array,
  positive: Float64Array,
  scores: Float64Array,
  first: number,
): void {
  for (let i = 0; i < most.length; i++) {
    const others = at(positive, i) - at(most, i)
    scores[first + i] = at(scores, first + i) + at(most, i) + familyDamping * others
  }
}

/** The damping of each channel's bits: 1 for the strongest agreement of a family and for all counter-evidence, {@link familyDamping} for the rest. */
export function dampings(bits: ReadonlyMap<Channel, number>): ReadonlyMap<Channel, number> {
  const leaders = new Map<Family, Channel>()
  for (const channel of Channel.options) {
    const own = bits.get(channel) ?? 0
    const leader = leaders.get(families[channel])
    if (0 < own && (leader === undefined || (bits.get(leader) ?? 0) < own))
      leaders.set(families[channel], channel)
  }
  const damping = (channel: Channel, own: number) =>
    own <= 0 || leaders.get(families[channel]) === channel ? 1 : familyDamping
  return new Map([...bits].map(([channel, own]) => [channel, damping(channel, own)]))
}
