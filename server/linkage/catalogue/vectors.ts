import { at } from '../key-column.ts'
import { growingIntegers, growingNumbers } from './growing.ts'

/** One sparse vector a shop, of unit length: dimensions of shop i: dimensions[starts[i]] … dimensions[starts[i + 1] − 1], ascending. */
export interface Vectors {
  readonly starts: Int32Array
  readonly dimensions: Int32Array
  readonly values: Float64Array
}

/** `valuesOf` calls `add` with what a shop has in a dimension; what it adds to one dimension is summed. */
export function vectorsOf(
  shopCount: number,
  valuesOf: (shop: number, add: (dimension: number, value: number) => void) => void,
): Vectors {
  const starts = new Int32Array(shopCount + 1)
  const dimensions = growingIntegers()
  const values = growingNumbers()
  for (let shop = 0; shop < shopCount; shop++) {
    const own = new Map<number, number>()
    valuesOf(shop, (dimension, value) => own.set(dimension, (own.get(dimension) ?? 0) + value))
    const sorted = [...own].sort(([a], [b]) => a - b)
    const length = Math.sqrt(sorted.reduce((sum, [, value]) => sum + value * value, 0))
    for (const [dimension, value] of sorted) {
      dimensions.push(dimension)
      values.push(value / length)
    }
    starts[shop + 1] = dimensions.length
  }
  return { starts, dimensions: dimensions.taken(), values: values.taken() }
}

/** The cosine of two shops' vectors, 0 to 1; undefined when either shop has none. */
export function cosine(
  { starts, dimensions, values }: Vectors,
  a: number,
  b: number,
): number | undefined {
  let i = at(starts, a)
  let j = at(starts, b)
  const endA = at(starts, a + 1)
  const endB = at(starts, b + 1)
  if (i === endA || j === endB) return undefined
  let product = 0
  while (i < endA && j < endB) {
    const x = at(dimensions, i)
    const y = at(dimensions, j)
    if (x === y) product += at(values, i) * at(values, j)
    if (x <= y) i++
    if (y <= x) j++
  }
  return product
}
