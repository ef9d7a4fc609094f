import type { Sha256 } from '../../domain/units.ts'
import { at } from '../key-column.ts'

/** Bytes of one SHA-256. */
export const hashLength = 32

/** Packs a hash into place `row`. */
export function writeHash(bytes: Uint8Array, row: number, hash: Sha256): void {
  for (let i = 0; i < hashLength; i++) {
    bytes[hashLength * row + i] =
      16 * nibble(hash.charCodeAt(2 * i)) + nibble(hash.charCodeAt(2 * i + 1))
  }
}

/** One text and not digit after digit put together, as a run cites millions. */
export function readHash(bytes: Uint8Array, row: number): Sha256 {
  const { buffer, byteOffset } = bytes
  return Buffer.from(buffer, byteOffset + hashLength * row, hashLength).toString('hex') as Sha256
}

/** Orders two rows as their hashes are ordered as text. */
export function compareHashes(bytes: Uint8Array, a: number, b: number): number {
  for (let i = 0; i < hashLength; i++) {
    const apart = at(bytes, hashLength * a + i) - at(bytes, hashLength * b + i)
    if (apart !== 0) return apart
  }
  return 0
}

/** The hashes of some rows, in the order of the rows. */
export function hashBytes(bytes: Uint8Array, rows: Int32Array): Uint8Array {
  const picked = new Uint8Array(hashLength * rows.length)
  for (const [place, row] of rows.entries()) {
    picked.set(bytes.subarray(hashLength * row, hashLength * (row + 1)), hashLength * place)
  }
  return picked
}

/** The value of a lower-case hexadecimal digit by its character code. */
function nibble(code: number): number {
  return code < 58 ? code - 48 : code - 87
}
