import { Family, families } from '../domain/link.ts'
import type { Pairs } from './block.ts'
import { sharedWorth } from './compare.ts'
import type { ChannelColumn, Encoded } from './encode.ts'
import { at } from './key-column.ts'
import { join, rootOf, singles } from './union-find.ts'

/** Log-odds from which two shops that agree in two families count as one holder. */
const oneHolderBits = 3

/**
 * Puts shops together that would be one holder of whatever they share: those that agree in two independent families of evidence, names not
 * counted and every value weighed by how many shops hold it. Rarity is then counted over these groups, since a ring that uses one account
 * twelve times would make its own best evidence look like a hub. What twenty shops hold joins nobody here, so that the customers of an
 * agent who lends them phone and account alike stay apart. Gives for every shop the place of the first shop of its group.
 */
export function holderGroups(encoded: Encoded, pairs: Pairs, scores: Float64Array): Int32Array {
  const parent = singles(encoded.shops.length)
  const columns = encoded.columns.filter(({ rule }) => families[rule.channel] !== 'catalogue')
  for (const [pair, score] of scores.entries()) {
    if (score < oneHolderBits) continue
    const a = at(pairs.left, pair)
    const b = at(pairs.right, pair)
    if (2 <= agreeingFamilies(columns, a, b)) join(parent, a, b)
  }
  return parent.map((_, place) => rootOf(parent, place))
}

/** For every family, 1 where something is known of a shop in another family: only then can it be told apart from other holders. */
export function knownOutside(encoded: Encoded): ReadonlyMap<Family, Uint8Array> {
  return new Map(
    Family.options.map((family) => {
      const known = new Uint8Array(encoded.shops.length)
      for (const { rule, known: own } of encoded.columns) {
        const other = families[rule.channel]
        if (other === family || other === 'catalogue') continue
        for (let shop = 0; shop < known.length; shop++)
          known[shop] = at(known, shop) | at(own, shop)
      }
      return [family, known]
    }),
  )
}

function agreeingFamilies(columns: readonly ChannelColumn[], a: number, b: number): number {
  const agreeing = new Set<Family>()
  for (const column of columns) {
    const family = families[column.rule.channel]
    if (agreeing.has(family)) continue
    const agrees = column.ranks.some((rank) => rank.level.finds && 0 < sharedWorth(rank, a, b))
    if (agrees) agreeing.add(family)
  }
  return agreeing.size
}
