import { growingIntegers } from '../../domain/columns/growing.ts'
import { largeBytes, largeIntegers } from '../../domain/columns/large-arrays.ts'
import { at } from '../key-column.ts'
import { type ImageScheme, imageSchemes } from './listing.ts'
import { type BitHashes, nearHashes } from './near-hashes.ts'
import type { TextPool } from './text-pool.ts'

/** Bits in which two hashes of one picture may differ. */
interface Perceptual {
  readonly scheme: ImageScheme
  readonly words: number
  readonly limit: number
}

/**
 * Both limits are an assumption: no source measures hashes of shops' own pictures. Unrelated pictures differ in about half of all bits;
 * C. Zauner ("Implementation and Benchmarking of Perceptual Image Hash Functions", thesis, FH Hagenberg 2010) finds altered copies well
 * below that. For 64 bits users take 5 to 10; the makers of PDQ, which has 256, call 30 a match and 20 a sure one. These are at 9.4 % of the bits.
 */
const perceptual: readonly Perceptual[] = [
  { scheme: 'phash64', words: 2, limit: 6 },
  { scheme: 'phash256', words: 8, limit: 24 },
]

/**
 * For every image id the code of the id that stands for its picture. Opaque ids stand for themselves, and so do hashes that are not of their
 * length in hexadecimal digits. Of the others, in ascending order, each stands for itself that is near none before; the rest stand with the
 * nearest of these, so that no group is wider than twice the limit, as chains of neighbours would be. Same ids, same groups, in any order.
 */
export function sameImages(texts: TextPool): Int32Array {
  const same = largeIntegers(texts.starts.length - 1).map((_, code) => code)
  for (const { scheme, words, limit } of perceptual) {
    const { hashes, codes } = readHashes(texts, scheme, words)
    if (0 < codes.length) groupHashes(hashes, codes, limit, same)
  }
  return same
}

function groupHashes(hashes: BitHashes, codes: Int32Array, limit: number, same: Int32Array): void {
  const near = nearHashes(hashes, limit)
  const nearest = largeBytes(hashes.count).fill(255)
  for (const [first, code] of codes.entries()) {
    if (nearest[first] !== 255) continue
    near(first, (hash, distance) => {
      if (at(nearest, hash) <= distance) return
      nearest[hash] = distance
      same[at(codes, hash)] = code
    })
  }
}

/** The hashes of one scheme in ascending order, each way of writing one by itself, with their codes. */
function readHashes(texts: TextPool, scheme: ImageScheme, perHash: number) {
  const { bytes, starts } = texts
  const mark = String(imageSchemes.indexOf(scheme)).charCodeAt(0)
  const found = growingIntegers()
  for (let code = 0; code + 1 < starts.length; code++) {
    const from = at(starts, code)
    if (at(starts, code + 1) - from !== 1 + 8 * perHash || bytes[from] !== mark) continue
    if (isHexadecimal(bytes, from + 1, at(starts, code + 1))) found.push(code)
  }
  const read = found.taken()
  const wordsOf = (code: number, word: number) => wordAt(bytes, at(starts, code) + 1 + 8 * word)
  const codes = read.sort((a, b) => {
    for (let word = 0; word < perHash; word++) {
      const apart = wordsOf(a, word) - wordsOf(b, word)
      if (apart !== 0) return apart
    }
    return at(texts.hashes, a) - at(texts.hashes, b)
  })
  const words = largeIntegers(perHash * codes.length)
  for (let i = 0; i < words.length; i++) {
    words[i] = wordsOf(at(codes, Math.floor(i / perHash)), i % perHash)
  }
  return { hashes: { words, perHash, count: codes.length }, codes }
}

function isHexadecimal(bytes: Uint8Array, from: number, end: number): boolean {
  for (let i = from; i < end; i++) {
    if (digitOf(at(bytes, i)) < 0) return false
  }
  return true
}

/** Eight digits as a number from 0 to 2³² − 1. */
function wordAt(bytes: Uint8Array, from: number): number {
  let word = 0
  for (let i = 0; i < 8; i++) word = 16 * word + digitOf(at(bytes, from + i))
  return word
}

/** The value of a hexadecimal digit in either case, −1 for anything else. */
function digitOf(byte: number): number {
  if (0x30 <= byte && byte <= 0x39) return byte - 0x30
  const letter = (byte | 0x20) - 0x61
  return 0 <= letter && letter < 6 ? letter + 10 : -1
}
