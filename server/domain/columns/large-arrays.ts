/**
 * Typed arrays for whatever has an entry by pair, record or shop. V8 marks the whole heap each time some 64 MB of ordinary array buffers have come to be, which a store of a
 * million shops does with every such array; shared buffers are not counted. They are let go of like all others, only not earlier for being large. Another thread that is handed one sees the same numbers, and a copy of a smaller one: what it is to write to is made by {@link sharedBytes}.
 */
export function largeIntegers(length: number): Int32Array {
  return new Int32Array(bufferOf(length * Int32Array.BYTES_PER_ELEMENT))
}

/** As {@link largeIntegers}. */
export function largeNumbers(length: number): Float64Array {
  return new Float64Array(bufferOf(length * Float64Array.BYTES_PER_ELEMENT))
}

/** As {@link largeIntegers}. */
export function largeBytes(length: number): Uint8Array {
  return new Uint8Array(bufferOf(length))
}

/** What several threads write to, each its own stretch; never a copy, however small. */
export function sharedBytes(length: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(length))
}

/** As {@link sharedBytes}. */
export function sharedNumbers(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT))
}

/** One list at least, one behind the other. */
export function joined<T extends Numbers>(lists: readonly T[]): T {
  const first = lists[0] as T
  if (lists.length === 1) return first
  const all = largeAs(
    first,
    lists.reduce((sum, { length }) => sum + length, 0),
  )
  let filled = 0
  for (const own of lists) {
    all.set(own, filled)
    filled += own.length
  }
  return all
}

/** One of the same type. */
export function largeAs<T extends Numbers>(like: T, length: number): T {
  const make = like.constructor as new (bytes: ArrayBufferLike) => T
  return new make(bufferOf(length * like.BYTES_PER_ELEMENT))
}

/** A copy of its own. */
export function largeCopy<T extends Numbers>(values: T): T {
  const copy = largeAs(values, values.length)
  copy.set(values)
  return copy
}

type Numbers = Int32Array | Float64Array | Uint8Array

/** What `map` gives, as a large array. */
export function mapped(
  numbers: Float64Array,
  of: (own: number, place: number) => number,
): Float64Array {
  const all = largeNumbers(numbers.length)
  for (let place = 0; place < all.length; place++) all[place] = of(numbers[place] as number, place)
  return all
}

/** Smaller ones are cheaper as ordinary buffers. */
const leastShared = 1 << 20

function bufferOf(bytes: number): ArrayBufferLike {
  return bytes < leastShared ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes)
}
