import { families } from '../domain/link.ts'
import type { ChannelColumn, Encoded, LevelColumn } from './encode.ts'
import { knownOutside } from './holder-groups.ts'
import { at, postingsOf } from './key-column.ts'
import { bitsOfSharing } from './rarity.ts'

/** How much a holder counts of whom nothing else is known: it may be any of the others. */
const unknownHolder = 0.1

/** The columns with rarity counted over groups of holders instead of shops. */
export function weighByGroups(encoded: Encoded, groups: Int32Array): Encoded {
  const outside = knownOutside(encoded)
  const columns = encoded.columns.map((column): ChannelColumn => {
    const known = outside.get(families[column.rule.channel]) ?? new Uint8Array(groups.length)
    const levels = column.levels.map((level) =>
      weighLevel(level, groups, known, encoded.population),
    )
    return { ...column, levels }
  })
  return { ...encoded, columns }
}

function weighLevel(
  column: LevelColumn,
  groups: Int32Array,
  known: Uint8Array,
  population: number,
): LevelColumn {
  const postings = postingsOf(column)
  const counted = new Int32Array(column.texts.length)
  const apart = new Float64Array(column.texts.length)
  for (let code = 0; code < counted.length; code++) {
    const holders = postings.shops.subarray(
      at(postings.starts, code),
      at(postings.starts, code + 1),
    )
    const members = new Map<number, boolean>()
    for (const shop of holders) {
      const group = at(groups, shop)
      members.set(group, members.get(group) === true || at(known, shop) === 1)
    }
    const told = [...members.values()].filter(Boolean).length
    counted[code] = members.size
    apart[code] = told + unknownHolder * (members.size - told)
  }
  const bits = Float64Array.from(apart, (own, code) =>
    column.level.genericFrom <= at(counted, code)
      ? 0
      : bitsOfSharing(column.level, own, population),
  )
  return { ...column, groups: counted, apart, bits }
}
