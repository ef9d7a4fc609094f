import { expect } from 'chai'
import fc from 'fast-check'

import { nearHashes } from '../../../server/linkage/catalogue/near-hashes.ts'
import { sameImages } from '../../../server/linkage/catalogue/same-images.ts'
import { textOf, textPoolBuilder } from '../../../server/linkage/catalogue/text-pool.ts'

/** The id that stands for each of some ids of one scheme (1: phash64, 2: phash256). */
function groupsOf(ids: readonly string[], scheme: 0 | 1 | 2): string[] {
  const pool = textPoolBuilder()
  const codes = ids.map((id) => pool.codeOf(`${scheme}${id}`))
  const texts = pool.taken()
  const same = sameImages(texts)
  return codes.map((code) => textOf(texts, same[code] ?? -1).slice(1))
}

/** The hash with some of its bits turned round, counted from the left. */
function turned(hash: string, ...bits: readonly number[]): string {
  const mask = bits.reduce((all, bit) => all | (1n << BigInt(4 * hash.length - 1 - bit)), 0n)
  return (BigInt(`0x${hash}`) ^ mask).toString(16).padStart(hash.length, '0')
}

function distance(a: string, b: string): number {
  return [...(BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2)].filter((bit) => bit === '1').length
}

const low = '0f0f0f0f00000000'
const digits = '0123456789abcdef'

describe('images with a distance', () => {
  it('are one picture up to six bits of 64, and two from the seventh', () => {
    const six = turned(low, 0, 9, 20, 31, 40, 63)
    const seven = turned(low, 0, 9, 20, 31, 40, 50, 63)
    expect(new Set(groupsOf([low, six], 1)).size).to.equal(1)
    expect(new Set(groupsOf([low, seven], 1)).size).to.equal(2)
  })

  it('are one picture up to 24 bits of 256, and two from the 25th', () => {
    const long = low.repeat(4)
    const every = Array.from({ length: 25 }, (_, n) => 10 * n + 3)
    expect(new Set(groupsOf([long, turned(long, ...every.slice(1))], 2)).size).to.equal(1)
    expect(new Set(groupsOf([long, turned(long, ...every)], 2)).size).to.equal(2)
  })

  it('are one however the digits are written', () => {
    expect(new Set(groupsOf(['ABCDEF0123456789', 'abcdef0123456789'], 1)).size).to.equal(1)
  })

  it('are equal or not where they are opaque, or not hashes of that length', () => {
    const near = [low, turned(low, 0)]
    expect(groupsOf(near, 0)).to.deep.equal(near)
    expect(groupsOf(near, 2)).to.deep.equal(near)
    expect(groupsOf(['0f0f0f0f0000000g', low], 1)).to.deep.equal(['0f0f0f0f0000000g', low])
  })

  it('do not become one picture by a chain of neighbours', () => {
    const chain = Array.from({ length: 16 }, (_, n) =>
      turned('0'.repeat(16), ...Array.from({ length: 4 * n }, (_bit, bit) => bit)),
    )
    const groups = groupsOf(chain, 1)
    expect(new Set(groups).size).to.be.at.least(16 / 4)
    for (const [n, id] of groups.entries()) expect(distance(id, chain[n] ?? '')).to.be.at.most(6)
  })

  it('stand with the nearest, in whatever order they come', () => {
    fc.assert(
      fc.property(crowd, fc.infiniteStream(fc.nat()), (ids, keys) => {
        const order = ids
          .map((id) => ({ id, at: keys.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ id }) => id)
        const groups = new Map(ids.map((id, n) => [id, groupsOf(ids, 1)[n]]))
        expect(groupsOf(order, 1)).to.deep.equal(order.map((id) => groups.get(id)))
        const leaders = new Set(groups.values())
        for (const [id, leader = ''] of groups) {
          const nearest = Math.min(...[...leaders].map((other) => distance(id, other ?? '')))
          expect(distance(id, leader)).to.equal(nearest)
          expect(nearest).to.be.at.most(6)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('are found as looking at all of them would find them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer(), { minLength: 2, maxLength: 2 }), { maxLength: 30 }),
        fc.nat(30),
        fc.array(fc.nat(63), { maxLength: 30 }),
        (rows, limit, turns) => {
          const all = [
            ...rows,
            ...turns.map((bit, n) => nudged(rows[n % rows.length] ?? [0, 0], bit)),
          ]
          const near = nearHashes(
            { words: Int32Array.from(all.flat()), perHash: 2, count: all.length },
            limit,
          )
          for (const [query, one] of all.entries()) {
            const found = new Map<number, number>()
            near(query, (hash, apart) => found.set(hash, apart))
            const expected = all.flatMap((other, hash) => {
              const apart = bitsApart(one, other)
              return apart <= limit ? [[hash, apart] as const] : []
            })
            expect([...found].sort(([a], [b]) => a - b)).to.deep.equal(expected)
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})

/** A few hashes, most of them near to others. */
const crowd = fc
  .tuple(
    fc.array(fc.string({ unit: fc.constantFrom(...digits), minLength: 16, maxLength: 16 }), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.array(fc.tuple(fc.nat(), fc.array(fc.nat(63), { maxLength: 9 })), { maxLength: 12 }),
  )
  .map(([seeds, more]) => [
    ...new Set([
      ...seeds,
      ...more.map(([seed, bits]) => turned(seeds[seed % seeds.length] ?? low, ...new Set(bits))),
    ]),
  ])

function nudged(words: readonly number[], bit: number): number[] {
  return words.map((word, n) => (n === bit >> 5 ? word ^ (1 << (bit & 31)) : word))
}

function bitsApart(a: readonly number[], b: readonly number[]): number {
  const ones = (word: number) => [...(word >>> 0).toString(2)].filter((bit) => bit === '1').length
  return a.reduce((sum, word, n) => sum + ones(word ^ (b[n] ?? 0)), 0)
}
