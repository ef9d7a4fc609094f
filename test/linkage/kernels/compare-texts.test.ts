import { expect } from 'chai'
import fc from 'fast-check'

import { compareCrossed } from '../../../server/linkage/kernels/compare-crossed.ts'
import { compareTexts } from '../../../server/linkage/kernels/compare-texts.ts'
import { nearKinds } from '../../../server/linkage/kernels/near-levels.ts'
import { pairCache } from '../../../server/linkage/kernels/pair-cache.ts'
import { bandsOf, rarityBands } from '../../../server/linkage/kernels/rarity-bands.ts'
import { textColumn } from '../../../server/linkage/kernels/text-column.ts'
import { unknownLevel } from '../../../server/linkage/learn/patterns.ts'

describe('comparison of texts', () => {
  it('says nothing where a side has no value', () => {
    expect(levelOf('name', 'li', undefined)).to.equal(unknownLevel)
    expect(levelOf('name', '', '')).to.equal(unknownLevel)
  })

  it('tells a rare value from a common one', () => {
    const texts = ['rare', 'rare', ...Array.from({ length: 40 }, () => 'common')]
    const { codes, holders, values } = textColumn(texts)
    const kernel = compareTexts(codes, bandsOf(holders), nearKinds.name(values))
    const level = kernel.compare(Int32Array.of(0, 2), Int32Array.of(1, 3))
    expect([...level]).to.deep.equal([0, 4])
  })

  it('orders what is near by how near it is', () => {
    const near = (kind: keyof typeof nearKinds, a: string, b: string) =>
      levelOf(kind, a, b) - rarityBands
    expect(near('name', 'wiles', 'wyles')).to.equal(0)
    expect(near('name', 'bramwell', 'beamwelo')).to.equal(2)
    expect(near('name', 'bramwell', 'chudleigh')).to.equal(3)
    expect(near('code', 'ne12 9sz', 'ne12 9sy')).to.equal(0)
    expect(near('code', 'ne12 9sz', 'ne12 4qt')).to.equal(2)
    expect(near('code', 'ne12 9sz', 'sw1a 2hr')).to.equal(3)
    expect(near('handle', 'li.wei88@mail.com', 'li.wei89@mail.com')).to.equal(0)
    expect(near('handle', 'li.wei88@mail.com', 'li.wei4601@mail.com')).to.equal(2)
    expect(near('category', 'surgeon', 'surgeons')).to.equal(0)
    expect(near('words', '6225 s wabash ave', '6225 s wabash avenue')).to.equal(2)
    expect(near('words', '6225 s wabash ave', '27 washington')).to.equal(4)
  })

  it('reads dates by their parts', () => {
    const near = (a: string, b: string) => levelOf('date', a, b) - rarityBands
    expect(near('1847-12-18', '1847-12-16')).to.equal(0)
    expect(near('1847-03-11', '1847-11-03')).to.equal(1)
    expect(near('1847-12-18', '1920-12-18')).to.equal(2)
    expect(near('18471218', '18470105')).to.equal(3)
    expect(near('1847-12-18', '1848-01-05')).to.equal(4)
    expect(near('1847-12-18', '1921-07-03')).to.equal(5)
    expect(near('unknown', '1921-07-03')).to.equal(5)
  })

  it('has a level for names written in each other’s place, which leaves what is nearest where it is', () => {
    const given = textColumn(['hall', 'isla', 'ida', 'halls'])
    const family = ['isla', 'hall', 'byron', 'hall']
    const crossed = Int32Array.from(family, (text) => given.values.indexOf(text))
    const plain = compareTexts(given.codes, bandsOf(given.holders), nearKinds.name(given.values))
    const kernel = compareCrossed(plain, given.codes, crossed)
    const level = kernel.compare(Int32Array.of(0, 0, 0), Int32Array.of(1, 2, 3))
    expect([...level]).to.deep.equal([rarityBands, rarityBands + 4, rarityBands + 1])
    expect(kernel.levels).to.equal(plain.levels + 1)
  })

  it('remembers pairs of codes, however many of them fall into one slot', () => {
    const { of } = pairCache((a, b) => (a + b) % 251)
    const pairs = Array.from(
      { length: 200_000 },
      (_, k) => [k % 7, 7 + ((k * 31) % 40_000)] as const,
    )
    const wrong = pairs.filter(([a, b]) => of(a, b) !== (a + b) % 251 || of(b, a) !== (a + b) % 251)
    expect(wrong).to.have.length(0)
  })

  it('remembers pairs of texts without mixing them up', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 40 }),
        (texts) => {
          const { codes, holders, values } = textColumn(texts)
          const near = nearKinds.name(values)
          const pairs = texts.flatMap((_, a) => texts.map((_, b) => [a, b] as const))
          const twice = [...pairs, ...pairs.toReversed()]
          const level = compareTexts(codes, bandsOf(holders), near).compare(
            Int32Array.from(twice, ([a]) => a),
            Int32Array.from(twice, ([, b]) => b),
          )
          for (const [pair, [a, b]] of twice.entries()) {
            const [x, y] = [codes[a] ?? -1, codes[b] ?? -1]
            if (x !== y) expect(level[pair]).to.equal(rarityBands + near.of(x, y))
          }
        },
      ),
    )
  })
})

function levelOf(
  kind: keyof typeof nearKinds,
  a: string | undefined,
  b: string | undefined,
): number {
  const { codes, holders, values } = textColumn([a, b])
  const kernel = compareTexts(codes, bandsOf(holders), nearKinds[kind](values))
  return kernel.compare(Int32Array.of(0), Int32Array.of(1))[0] ?? -1
}
