/** What pairs of nodes weigh from now on: 0 for an edge that goes, anything above for one that comes or is weighed again. Each pair once, in either direction. */
export interface EdgeChanges {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly weights: Float64Array
}

/**
 * The same by lower end, then by higher, so that no order of the changes can be felt.
 *
 * @throws RangeError where an end is no node, a weight is negative or not finite, or a pair stands there twice.
 */
export function inOneOrder(nodes: number, { from, to, weights }: EdgeChanges): EdgeChanges {
  const weightOf = new Map<number, number>()
  const keys = new Float64Array(from.length)
  for (let edge = 0; edge < from.length; edge++) {
    const a = from[edge] as number
    const b = to[edge] as number
    const weight = weights[edge] as number
    if (!(0 <= a && a < nodes && 0 <= b && b < nodes))
      throw new RangeError(`change ${edge} joins ${a} and ${b}, of ${nodes} nodes`)
    if (!(0 <= weight && weight < Number.POSITIVE_INFINITY))
      throw new RangeError(`change ${edge} weighs ${weight}`)
    const key = Math.min(a, b) * nodes + Math.max(a, b)
    if (weightOf.has(key)) throw new RangeError(`${a} and ${b} are changed twice`)
    weightOf.set(key, weight)
    keys[edge] = key
  }
  keys.sort()
  return {
    from: Int32Array.from(keys, (key) => Math.floor(key / nodes)),
    to: Int32Array.from(keys, (key) => key % nodes),
    weights: Float64Array.from(keys, (key) => weightOf.get(key) ?? 0),
  }
}
