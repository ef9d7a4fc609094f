import type { Pairs } from './block.ts'
import type { Encoded } from './encode.ts'
import { at } from './key-column.ts'

/** Those of the pairs that hold at least one of the shops, in the same order. */
export function pairsTouching(
  { placeOf }: Encoded,
  { left, right, keysOmitted }: Pairs,
  shops: ReadonlySet<string>,
): Pairs {
  const wanted = new Uint8Array(placeOf.size)
  for (const shop of shops) {
    const place = placeOf.get(shop)
    if (place !== undefined) wanted[place] = 1
  }
  const touches = (_: number, pair: number) =>
    at(wanted, at(left, pair)) + at(wanted, at(right, pair)) !== 0
  return { left: left.filter(touches), right: right.filter(touches), keysOmitted }
}
