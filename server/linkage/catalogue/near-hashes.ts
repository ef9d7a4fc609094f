import { largeCopy, largeIntegers } from '../../domain/columns/large-arrays.ts'
import { at } from '../key-column.ts'

/** Bit strings of one length, 32 bits a word: words of hash i: words[i * perHash] … */
export interface BitHashes {
  readonly words: Int32Array
  readonly perHash: number
  readonly count: number
}

/** Calls `meet` with every hash that differs from hash `query` in at most `limit` bits, itself too, some more than once. */
export type NearHashes = (query: number, meet: (hash: number, distance: number) => void) => void

/**
 * Multi-index hashing (M. Norouzi, A. Punjani, D. J. Fleet, "Fast Exact Search in Hamming Space with Multi-Index Hashing", IEEE TPAMI 2014,
 * doi:10.1109/TPAMI.2013.231). Hashes are cut into m chunks of about log₂ n bits; with limit = m·r + a, two hashes within the limit differ
 * in at most r bits in one of the first a + 1 chunks, or in at most r − 1 in one of the others. Exact: only the search is short.
 */
export function nearHashes(hashes: BitHashes, limit: number): NearHashes {
  const bits = 32 * hashes.perHash
  const width = Math.min(widest, Math.max(narrowest, Math.ceil(Math.log2(hashes.count + 1))))
  const chunkCount = Math.ceil(bits / width)
  const radius = Math.floor(limit / chunkCount)
  const wider = limit - chunkCount * radius + 1
  const chunks = Array.from({ length: chunkCount }, (_, n) => {
    const from = Math.floor((n * bits) / chunkCount)
    const size = Math.floor(((n + 1) * bits) / chunkCount) - from
    return indexChunk(hashes, from, size, n < wider ? radius : radius - 1)
  })
  return (query, meet) => {
    for (const chunk of chunks) searchChunk(hashes, chunk, query, limit, meet)
  }
}

interface Chunk {
  readonly from: number
  readonly size: number
  /** What to turn a value into to find it with few bits changed. */
  readonly masks: Int32Array
  /** Hashes with value v in the chunk: members[starts[v]] … members[starts[v + 1] − 1]. */
  readonly starts: Int32Array
  readonly members: Int32Array
  /** Two words of every member, in the order of members: most candidates are ruled out by them, without a look elsewhere in memory. */
  readonly samples: Int32Array
  /** Which words these are. */
  readonly sampled: readonly [number, number]
}

function searchChunk(
  hashes: BitHashes,
  chunk: Chunk,
  query: number,
  limit: number,
  meet: Parameters<NearHashes>[1],
): void {
  const { starts, members, samples, sampled } = chunk
  const value = chunkOf(hashes, query, chunk.from, chunk.size)
  const first = at(hashes.words, query * hashes.perHash + sampled[0])
  const second = at(hashes.words, query * hashes.perHash + sampled[1])
  for (const mask of chunk.masks) {
    const end = starts[(value ^ mask) + 1] as number
    for (let i = starts[value ^ mask] as number; i < end; i++) {
      const apart = bitsSet((samples[2 * i] as number) ^ first)
      if (limit < apart) continue
      if (limit < apart + bitsSet((samples[2 * i + 1] as number) ^ second)) continue
      const candidate = at(members, i)
      const distance = distanceOf(hashes, query, candidate)
      if (distance <= limit) meet(candidate, distance)
    }
  }
}

/** Bits of a chunk: the index of one has a place for each of its values. */
const narrowest = 8
const widest = 22

function indexChunk(hashes: BitHashes, from: number, size: number, radius: number): Chunk {
  const starts = largeIntegers(2 ** size + 1)
  for (let hash = 0; hash < hashes.count; hash++) {
    const value = chunkOf(hashes, hash, from, size)
    starts[value + 1] = at(starts, value + 1) + 1
  }
  for (let value = 0; value < 2 ** size; value++) {
    starts[value + 1] = at(starts, value + 1) + at(starts, value)
  }
  const next = largeCopy(starts)
  const members = largeIntegers(hashes.count)
  for (let hash = 0; hash < hashes.count; hash++) {
    const value = chunkOf(hashes, hash, from, size)
    members[at(next, value)] = hash
    next[value] = at(next, value) + 1
  }
  const word = from >>> 5
  const sampled = [(word + 2) % hashes.perHash, (word + 3) % hashes.perHash] as const
  const samples = Int32Array.from({ length: 2 * hashes.count }, (_, i) =>
    at(hashes.words, at(members, i >>> 1) * hashes.perHash + sampled[i & 1 ? 1 : 0]),
  )
  return { from, size, starts, members, samples, sampled, masks: masksOf(size, radius) }
}

/** All numbers of `size` bits of which at most `radius` are set; none when the radius is below 0. */
function masksOf(size: number, radius: number): Int32Array {
  if (radius < 0) return new Int32Array(0)
  let ring = [0]
  const all = [0]
  for (let set = 0; set < radius; set++) {
    ring = ring.flatMap((mask) => {
      const free = size - (mask === 0 ? 0 : 32 - Math.clz32(mask))
      return Array.from({ length: free }, (_, n) => mask | (1 << (size - 1 - n)))
    })
    all.push(...ring)
  }
  return Int32Array.from(all)
}

/** `size` bits, fewer than 32, from bit `from` on. */
function chunkOf({ words, perHash }: BitHashes, hash: number, from: number, size: number): number {
  const word = hash * perHash + (from >>> 5)
  const shift = from & 31
  const low = at(words, word) >>> shift
  const high = 32 < shift + size ? at(words, word + 1) << (32 - shift) : 0
  return (low | high) & (2 ** size - 1)
}

function distanceOf({ words, perHash }: BitHashes, a: number, b: number): number {
  let distance = 0
  for (let i = 0; i < perHash; i++) {
    distance += bitsSet(at(words, a * perHash + i) ^ at(words, b * perHash + i))
  }
  return distance
}

/** How many of 32 bits are set. */
function bitsSet(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
