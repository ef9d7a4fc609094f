/** Values held by this many records or more belong to the next band: what it is worth to share a value is learnt band by band. */
const bandFrom = [0, 3, 5, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000]

/** How many bands there are; band 0 is the rarest. */
export const rarityBands = bandFrom.length

/** The rarity band of each value, by how many hold it. */
export function bandsOf(holders: Int32Array): Uint8Array {
  return Uint8Array.from(holders, (count) => {
    let band = 0
    while (band + 1 < bandFrom.length && (bandFrom[band + 1] as number) <= count) band++
    return band
  })
}
