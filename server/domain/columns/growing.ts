import { largeAs, largeCopy, largeIntegers, largeNumbers } from './large-arrays.ts'

type Numbers = Int32Array | Float64Array | Uint8Array

/** Typed arrays that grow by doubling, as nobody knows how much a scan will bring. Callers keep the length. */
export function grown<T extends Numbers>(numbers: T, least: number): T {
  if (least <= numbers.length) return numbers
  return filledWith(largeAs(numbers, Math.max(least, 2 * numbers.length)), numbers)
}

/** A list of 32-bit whole numbers. */
export interface GrowingIntegers {
  readonly length: number
  push(value: number): void
  /** The one at a place below the length. */
  at(place: number): number
  /** A copy of its own size. */
  taken(): Int32Array
}

export function growingIntegers(): GrowingIntegers {
  let values = largeIntegers(1024)
  let length = 0
  return {
    get length() {
      return length
    },
    push(value) {
      if (length === values.length) values = filledWith(largeIntegers(2 * length), values)
      values[length] = value
      length += 1
    },
    at: (place) => values[place] as number,
    taken: () => largeCopy(values.subarray(0, length)),
  }
}

/** A list of floating-point numbers. */
export function growingNumbers(): {
  readonly length: number
  push(value: number): void
  /** The one at a place below the length. */
  at(place: number): number
  taken(): Float64Array
} {
  let values = largeNumbers(1024)
  let length = 0
  return {
    get length() {
      return length
    },
    push(value) {
      if (length === values.length) values = filledWith(largeNumbers(2 * length), values)
      values[length] = value
      length += 1
    },
    at: (place) => values[place] as number,
    taken: () => largeCopy(values.subarray(0, length)),
  }
}

function filledWith<T extends Numbers>(larger: T, values: T): T {
  larger.set(values)
  return larger
}
