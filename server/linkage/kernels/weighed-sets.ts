/** Sets of texts' parts, each part weighed by how few of the sets have it: log₂ of one in how many. */
export interface WeighedSets {
  /** Parts of set s: codes[starts[s]] … codes[starts[s + 1] − 1], ascending. */
  readonly starts: Int32Array
  readonly codes: Int32Array
  /** By code. */
  readonly weights: Float64Array
  /** By set, the weight of all its parts. */
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
  const sets = { starts, codes: Int32Array.from(codes), weights }
  return { ...sets, totals: Float64Array.from(parts, (_, set) => sharedWeight(sets, set, set)) }
}

/** The weight of the parts that both sets have; a merge of two ascending lists. */
export function sharedWeight(
  { starts, codes, weights }: Omit<WeighedSets, 'totals'>,
  a: number,
  b: number,
): number {
  let i = starts[a] as number
  let j = starts[b] as number
  const [endA, endB] = [starts[a + 1] as number, starts[b + 1] as number]
  let shared = 0
  while (i < endA && j < endB) {
    const x = codes[i] as number
    const y = codes[j] as number
    if (x === y) shared += weights[x] as number
    if (x <= y) i++
    if (y <= x) j++
  }
  return shared
}

/** Twice the weight that both sets have, over that of both (Dice 1945); `unknown` where one is empty. */
export function sharedShare(sets: WeighedSets, a: number, b: number, unknown: number): number {
  const [ofA, ofB] = [sets.totals[a] as number, sets.totals[b] as number]
  return isEmpty(sets, a) || isEmpty(sets, b)
    ? unknown
    : (2 * sharedWeight(sets, a, b)) / (ofA + ofB)
}

function isEmpty({ starts }: WeighedSets, set: number): boolean {
  return starts[set] === starts[set + 1]
}
