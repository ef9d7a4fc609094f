import { expect } from 'chai'

import type { Link } from '../../server/domain/link.ts'
import type { Ring } from '../../server/domain/ring.ts'
import { measure } from '../../server/rings/accuracy.ts'

const truth = [
  { shop: 'a1', controller: 'A' },
  { shop: 'a2', controller: 'A', predecessor: 'a1' },
  { shop: 'a3', controller: 'A', predecessor: 'a2' },
  { shop: 'b1', controller: 'B' },
  { shop: 'c1', controller: 'C' },
]

describe('measure', () => {
  it('takes as many rings and controllers as a large store has', () => {
    const many = Array.from({ length: 200_000 }, (_, n) => ({ shop: `s${n}`, controller: `c${n}` }))
    const rings = many.map(({ shop }) => ring(shop))
    const score = measure({ links: [], rings, truth: many, threshold: 0.8 })
    expect(score.rings).to.deep.equal({ largest: 1, largestTrue: 1 })
  }).timeout(20_000)

  it('is all right where rings and returns are the true ones', () => {
    const links = [returned('a1', 'a2', 1), returned('a2', 'a3', 1)]
    const score = measure({ links, rings: [ring('a1', 'a2', 'a3')], truth, threshold: 0.8 })
    const right = { precision: 1, recall: 1, f1: 1 }
    const { calibration, ...figures } = score
    expect(figures).to.deep.equal({
      threshold: 0.8,
      pairs: right,
      bCubed: right,
      succession: {
        precision: 1,
        recall: 1,
        sameController: 1,
        brier: 0,
        ece: 0,
        top1: 1,
        top1SameController: 1,
        byChanged: [],
      },
      claims: { pairs: 2, false: 0, right: 1, falsePer10000Honest: 0, byTrap: [] },
      ties: { cameBackAs: 1, sameController: null },
      rings: { largest: 3, largestTrue: 3 },
    })
    expect(calibration.cameBackAs).to.include({ n: 2, brier: 0, slope: null })
    expect(calibration.sameController).to.include({ n: 0, brier: null })
  })

  it('counts pairs over all shops of the truth, those in no ring included', () => {
    const { pairs, bCubed } = measure({
      links: [],
      rings: [ring('a1', 'a2', 'b1')],
      truth,
      threshold: 0.8,
    })
    expect(pairs.precision).to.be.closeTo(1 / 3, 1e-9)
    expect(pairs.recall).to.be.closeTo(1 / 3, 1e-9)
    expect(bCubed.precision).to.be.closeTo((2 / 3 + 2 / 3 + 1 + 1 / 3 + 1) / 5, 1e-9)
    expect(bCubed.recall).to.be.closeTo((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5, 1e-9)
  })

  it('tells a sister from the true successor', () => {
    const links = [returned('a1', 'a3', 0.9), returned('a2', 'a3', 0.85), returned('b1', 'c1', 0.6)]
    const { succession } = measure({ links, rings: [], truth, threshold: 0.8 })
    expect(succession).to.include({
      precision: 0.5,
      recall: 0.5,
      sameController: 1,
      top1: 0.5,
      top1SameController: 1,
    })
    expect(succession.brier).to.be.closeTo((0.81 + 0.15 ** 2 + 0.36) / 3, 1e-9)
    expect(succession.ece).to.be.closeTo((0.9 + 0.15 + 0.6) / 3, 1e-9)
  })

  it('rates candidates rather than links where it has them', () => {
    const links = [returned('a1', 'a2', 0.9)]
    const candidates = [...links, returned('a2', 'a3', 0.2), returned('b1', 'c1', 0.1)]
    const { calibration, succession } = measure({
      links,
      rings: [],
      truth,
      threshold: 0.8,
      candidates,
    })
    expect(calibration.cameBackAs.n).to.equal(3)
    expect(calibration.cameBackAs.brier).to.be.closeTo((0.01 + 0.64 + 0.01) / 3, 1e-9)
    expect(succession.brier).to.be.closeTo(0.01, 1e-9)
  })

  it('has no figure where nothing was claimed or nothing is known', () => {
    const { pairs, succession } = measure({
      links: [],
      rings: [],
      truth: [{ shop: 'x', controller: 'X' }],
      threshold: 0.8,
    })
    expect(pairs).to.deep.equal({ precision: null, recall: null, f1: null })
    expect(succession.precision).to.equal(null)
  })

  it('takes labelled pairs for truth as well', () => {
    const labelled = [
      { a: 'a1', b: 'a2', same: true },
      { a: 'a1', b: 'b1', same: false },
      { a: 'c1', b: 'd1', same: true },
    ]
    const { pairs, bCubed } = measure({
      links: [],
      rings: [ring('a1', 'a2', 'b1')],
      truth: labelled,
      threshold: 0.8,
    })
    expect(pairs).to.deep.equal({ precision: 0.5, recall: 0.5, f1: 0.5 })
    expect(bCubed.f1).to.equal(null)
  })
})

/** Only what `measure` reads. */
function ring(...shops: string[]): Ring {
  return {
    id: `ring:${shops[0]}`,
    size: shops.length,
    members: shops.map((shop) => ({ shop })),
  } as Ring
}

function returned(from: string, to: string, probability: number): Link {
  return { from, to, kind: 'came_back_as', probability } as Link
}
