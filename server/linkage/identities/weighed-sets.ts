/** Sets of texts' parts, each part weighed by how few of the sets have it: log₂ of one in how many. */
export interface WeighedSets {
  /** Parts of set s: codes[starts[s]] … codes[starts[s + 1] − 1], ascending. */
  readonly starts: Int32Array
  readonly codes: Int32Array
  readonly weights: Float64Array
  readonly totals: Float64Array
}

export function weighedSets(parts: readonly (readonly string[])[]): WeighedSets {
  const codeOf = new Map<string, number>()
  const holders: number[] = []
  const starts = new Int32Array(parts.length + 1)
  const codes: number[] = []
  for (const [set, own] of parts.entries()) {
    const known = Array.from(new Set(own), (part) => {
      const code = codeOf.get(part) ?? codeOf.size
      codeOf.set(part, code)
      holders[code] = (holders[code] ?? 0) + 1
      return code
    })
    codes.push(...known.sort((a, b) => a - b))
    starts[set + 1] = codes.length
  }
  const weights = Float64Array.from(holders, (count) => Math.log2((parts.length + 1) / count))
  const totals = Float64Array.from(parts, (_, set) => {
    const own = codes.slice(starts[set], starts[set + 1])
    return own.reduce((sum, code) => sum + (weights[code] ?? 0), 0)
  })
  return { starts, codes: Int32Array.from(codes), weights, totals }
}

/** Twice the weight that both sets have, over that of both (Dice 1945); `unknown` where one is empty. */
export function sharedShare(
  { starts, codes, weights, totals }: WeighedSets,
  a: number,
  b: number,
  unknown: number,
): number {
  let i = starts[a] as number
  let j = starts[b] as number
  const [endA, endB] = [starts[a + 1] as number, starts[b + 1] as number]
  if (i === endA || j === endB) return unknown
  let shared = 0
  while (i < endA && j < endB) {
    const x = codes[i] as number
    const y = codes[j] as number
    if (x === y) shared += weights[x] as number
    if (x <= y) i++
    if (y <= x) j++
  }
  return (2 * shared) / ((totals[a] as number) + (totals[b] as number))
}
