import { createHash } from 'node:crypto'

import type { Sha256 } from '../units.ts'

/**
 * A Merkle tree over the hashes of leaves, in their order: it proves that a leaf stands at its place without showing any other.
 * Source: RFC 6962, sections 2.1 and 2.1.1. The leaves come already hashed, with the zero byte before them.
 */
export function merkleTree(leaves: readonly Sha256[]) {
  const levels = [leaves.map(bytesOf)]
  for (let level = levels[0] ?? []; 1 < level.length; level = levels.at(-1) ?? []) {
    levels.push(parentsOf(level))
  }
  return {
    /** Of no leaves at all, the hash of nothing. */
    root: hexOf(levels.at(-1)?.[0] ?? createHash('sha256').digest()),
    /** The hashes beside the way from a leaf to the root, lowest first; 0 is the first leaf. */
    proof(index: number): Sha256[] {
      return levels.slice(0, -1).flatMap((level, height) => {
        const sibling = level[Math.floor(index / 2 ** height) ^ 1]
        return sibling === undefined ? [] : [hexOf(sibling)]
      })
    },
  }
}

/** The root that a leaf and its proof lead to, in a tree of `size` leaves; undefined for a proof that fits no such place. */
export function rootFrom(
  leaf: Sha256,
  { index, size, proof }: { index: number; size: number; proof: readonly Sha256[] },
): Sha256 | undefined {
  const rest = [...proof]
  let hash = bytesOf(leaf)
  let at = index
  for (let last = size - 1; 0 < last; last = Math.floor(last / 2)) {
    // The last node of a level of odd length has no sibling, and goes up as it is.
    if (at < last || at % 2 === 1) {
      const sibling = rest.shift()
      if (sibling === undefined) return undefined
      hash = at % 2 === 1 ? joined(bytesOf(sibling), hash) : joined(hash, bytesOf(sibling))
    }
    at = Math.floor(at / 2)
  }
  return rest.length === 0 && at === 0 ? hexOf(hash) : undefined
}

function parentsOf(level: readonly Buffer[]): Buffer[] {
  return Array.from({ length: Math.ceil(level.length / 2) }, (_, index) => {
    const [left, right] = [level[2 * index], level[2 * index + 1]]
    if (left === undefined) throw new Error('a node of a tree has no children')
    return right === undefined ? left : joined(left, right)
  })
}

function joined(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update('\x01').update(left).update(right).digest()
}

function bytesOf(hash: Sha256): Buffer {
  return Buffer.from(hash, 'hex')
}

function hexOf(bytes: Buffer): Sha256 {
  return bytes.toString('hex') as Sha256
}
