import { largeBytes, largeIntegers, largeNumbers } from '../domain/columns/large-arrays.ts'
import { families } from '../domain/link.ts'
import { type ChannelColumn, type Encoded, type RankColumn, worthOf } from './encode.ts'
import { knownOutside } from './holder-groups.ts'
import { at, postingsOf } from './key-column.ts'
import { markGenerics } from './mark-generics.ts'
import { withoutGenerics } from './without-generics.ts'

/** How much a holder counts of whom nothing else is known: it may be any of the others. */
const unknownHolder = 0.1

/** The columns with rarity counted over groups of holders instead of shops, and what is generic by it marked with day and reason and taken out. */
export function weighByGroups(encoded: Encoded, groups: Int32Array): Encoded {
  const outside = knownOutside(withoutGenerics(encoded))
  const columns = encoded.columns.map((column): ChannelColumn => {
    const known = outside.get(families[column.rule.channel]) ?? largeBytes(groups.length)
    const ranks = column.ranks.map((rank) => weighRank(rank, groups, known))
    return { ...column, ranks }
  })
  return withoutGenerics(markGenerics({ ...encoded, columns }, groups))
}

function weighRank(column: RankColumn, groups: Int32Array, known: Uint8Array): RankColumn {
  const postings = postingsOf(column)
  const counted = largeIntegers(column.holders.length)
  const apart = largeNumbers(column.holders.length)
  const lastMet = largeIntegers(groups.length).fill(-1)
  const lastTold = largeIntegers(groups.length).fill(-1)
  for (let code = 0; code < counted.length; code++) {
    const holders = postings.shops.subarray(
      at(postings.starts, code),
      at(postings.starts, code + 1),
    )
    let members = 0
    let told = 0
    for (const shop of holders) {
      const group = at(groups, shop)
      if (at(lastMet, group) !== code) members++
      lastMet[group] = code
      if (at(known, shop) === 0 || at(lastTold, group) === code) continue
      lastTold[group] = code
      told++
    }
    counted[code] = members
    apart[code] = told + unknownHolder * (members - told)
  }
  return { ...column, groups: counted, apart, worth: worthOf(column.level, counted, apart) }
}
