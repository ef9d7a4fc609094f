import { createHash } from 'node:crypto'

import { expect } from 'chai'
import fc from 'fast-check'

import { merkleTree, rootFrom } from '../../../server/domain/evidence/merkle.ts'
import type { Sha256 } from '../../../server/domain/units.ts'
import { sha } from '../../support/store-builders.ts'

/** The leaves of the test vectors of Certificate Transparency, hashed. */
const vectors = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657'].map(leafOf)

describe('a Merkle tree', () => {
  it('has the roots that RFC 6962 gives', () => {
    expect(merkleTree([]).root).to.equal(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
    expect(merkleTree(vectors.slice(0, 1)).root).to.equal(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    )
    expect(merkleTree(vectors).root).to.equal(
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    )
  })

  it('has the root of its definition, worked out by halving', () => {
    for (let size = 1; size < 40; size += 1) {
      const leaves = Array.from({ length: size }, (_, index) => sha(`${index}`))
      expect(merkleTree(leaves).root).to.equal(halved(leaves))
    }
  })

  it('proves every leaf at its place, and no leaf at another place or in another tree', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), fc.nat(), (size, a, b) => {
        const leaves = Array.from({ length: size }, (_, index) => sha(`${index}`))
        const tree = merkleTree(leaves)
        const [index, other] = [a % size, b % size]
        const leaf = leaves[index] ?? sha('')
        const proof = tree.proof(index)
        expect(rootFrom(leaf, { index, size, proof })).to.equal(tree.root)
        expect(rootFrom(sha('x'), { index, size, proof })).not.to.equal(tree.root)
        if (index !== other) {
          expect(rootFrom(leaf, { index: other, size, proof })).not.to.equal(tree.root)
        }
        expect(rootFrom(leaf, { index, size, proof: [...proof, sha('y')] })).to.equal(undefined)
        expect(rootFrom(leaf, { index: size, size, proof })).not.to.equal(tree.root)
      }),
      { seed: 20_260_314 },
    )
  })
})

function leafOf(hex: string): Sha256 {
  return createHash('sha256').update('\0').update(Buffer.from(hex, 'hex')).digest('hex') as Sha256
}

/** RFC 6962, section 2.1: split at the largest power of two that is smaller than the number of leaves. */
function halved(leaves: readonly Sha256[]): Sha256 {
  const [first] = leaves
  if (leaves.length === 1 && first !== undefined) return first
  const at = 2 ** Math.ceil(Math.log2(leaves.length) - 1)
  const sides = [leaves.slice(0, at), leaves.slice(at)].map((side) =>
    Buffer.from(halved(side), 'hex'),
  )
  return createHash('sha256')
    .update(Buffer.concat([Buffer.of(1), ...sides]))
    .digest('hex') as Sha256
}
