/**
 * Typed arrays for whatever has an entry by pair, record or shop. V8 marks the whole heap each time some 64 MB of ordinary array buffers have come to be, which a store of a
 * million shops does with every such array; shared buffers are not counted. They are let go of like all others, only not earlier for being large. Nothing shares them: who hands arrays to another thread copies them.
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
