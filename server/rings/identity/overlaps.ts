/** Two groups of shops, one earlier and one later, by their places, with how many shops both hold. */
export interface Overlap {
  readonly earlier: number
  readonly later: number
  readonly shared: number
}

/** Every pair of groups that share a shop. `later` groups hold each shop at most once; earlier ones may overlap. */
export function overlapsOf(
  earlier: readonly (readonly string[])[],
  later: readonly (readonly string[])[],
): Overlap[] {
  if (earlier.length === 0) return []
  const placeOf = new Map(
    later.flatMap((shops, place) => shops.map((shop) => [shop, place] as const)),
  )
  return earlier.flatMap((shops, own) => {
    const shared = new Map<number, number>()
    for (const shop of shops) {
      const place = placeOf.get(shop)
      if (place !== undefined) shared.set(place, (shared.get(place) ?? 0) + 1)
    }
    return Array.from(shared, ([place, count]) => ({ earlier: own, later: place, shared: count }))
  })
}
