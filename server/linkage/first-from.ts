import { at } from './key-column.ts'

/** Index of the first of the ascending numbers that is not below `value`. */
export function firstFrom(numbers: Int32Array | Float64Array, value: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(numbers, middle) < value) low = middle + 1
    else high = middle
  }
  return low
}
