import { compareText } from '../domain/canonical.ts'
import type { GenericValue } from '../domain/generic.ts'
import type { ChannelColumn, Encoded } from './encode.ts'
import { at } from './key-column.ts'
import { isOfValue } from './mark-generics.ts'

/** The values that count for nothing as identity, each with its day and reason, sorted by key of their node; names have no node of their own. */
export function genericValues(encoded: Encoded): readonly GenericValue[] {
  const found = new Map<string, GenericValue>()
  for (const column of encoded.columns) {
    if (column.rule.carrier === undefined || column.rule.carrier.reads === 'name') continue
    for (const value of valuesOf(column)) {
      const known = found.get(value.key)
      if (known === undefined || known.holders < value.holders) found.set(value.key, value)
    }
  }
  return [...found.values()].toSorted((a, b) => compareText(a.key, b.key))
}

function valuesOf(column: ChannelColumn): GenericValue[] {
  const whyOf = column.ranks.map(({ generics = new Map(), texts }, rank) =>
    isOfValue(column, rank)
      ? new Map([...generics].map(([code, why]) => [texts[code], why] as const))
      : new Map(),
  )
  if (whyOf.every(({ size }) => size === 0)) return []
  const held = holdersOfGenerics(column).flatMap((shop) => column.values.of(shop))
  return held.flatMap((value) => {
    const { key } = value
    if (key === undefined) return []
    return (column.rule.keys(value) ?? []).flatMap((texts, rank) =>
      texts.flatMap((text) => {
        const why = whyOf[rank]?.get(text)
        return why === undefined ? [] : [{ key, ...why }]
      }),
    )
  })
}

/** Shops, ascending, that hold one of the values: few do, and to look at all values of a store takes as long as encoding them. */
function holdersOfGenerics({ ranks, whole = ranks, known }: ChannelColumn): number[] {
  const holds = new Uint8Array(known.length)
  for (const { starts, codes, generics = new Map() } of whole) {
    if (generics.size === 0) continue
    for (let shop = 0; shop < holds.length; shop++)
      for (let k = at(starts, shop); k < at(starts, shop + 1); k++)
        if (generics.has(at(codes, k))) holds[shop] = 1
  }
  return Array.from(holds.keys()).filter((shop) => at(holds, shop) === 1)
}
