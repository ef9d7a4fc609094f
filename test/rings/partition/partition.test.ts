import { expect } from 'chai'
import fc from 'fast-check'

import type { Link } from '../../../server/domain/link.ts'
import type { Probability } from '../../../server/domain/units.ts'
import { denialsOf } from '../../../server/rings/denials.ts'
import { partitionOf, redivide } from '../../../server/rings/partition/partition.ts'
import { aLink, anyLinks } from '../../support/ring-builders.ts'

const options = { threshold: 0.8 as Probability, seed: 42, maxSize: 12 }

/** The links by the two shops that they are between. */
function byPair(links: readonly Link[]): Map<string, Link[]> {
  const pairs = new Map<string, Link[]>()
  for (const link of links) {
    const name = [link.from, link.to].toSorted().join('\0')
    pairs.set(name, [...(pairs.get(name) ?? []), link])
  }
  return pairs
}

/** What is to be told of the change from some links to others. */
function changesBetween(before: readonly Link[], after: readonly Link[]) {
  const [was, is] = [byPair(before), byPair(after)]
  const text = (links: readonly Link[] | undefined) => JSON.stringify(links ?? [])
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((name) => text(was.get(name)) !== text(is.get(name)))
    .map((name) => {
      const [a = '', b = ''] = name.split('\0')
      return { a, b, links: is.get(name) ?? [] }
    })
}

/** Links, and the same with some taken out and others put in or read otherwise. */
function changing(links: fc.Arbitrary<Link[]>): fc.Arbitrary<[Link[], Link[]]> {
  const placeOf = ({ from, to, kind }: Link) => `${from} ${to} ${kind}`
  return fc
    .tuple(links, links, fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
    .map(([before, more, out, come]) => {
      const added = more.slice(0, come)
      const placed = new Set(added.map(placeOf))
      return [before, [...before.slice(out).filter((own) => !placed.has(placeOf(own))), ...added]]
    })
}

describe('a partition that is divided anew where links changed', () => {
  const sparse = changing(anyLinks(40, { min: 15, max: 45 }))
  const dense = changing(anyLinks(40, { min: 100, max: 160 }))

  it('(law) is the one that all links give, byte for byte', () => {
    fc.assert(
      fc.property(fc.oneof(sparse, dense), ([before, after]) => {
        const whole = partitionOf(after, options)
        const stepwise = redivide(
          partitionOf(before, options),
          { changed: changesBetween(before, after), denied: denialsOf(after) },
          options,
        )
        expect(JSON.stringify(stepwise)).to.equal(JSON.stringify(whole))
      }),
      { numRuns: 200 },
    )
  })

  it('(law) is the same after many small changes as after all of them at once', () => {
    fc.assert(
      fc.property(sparse, ([before, after]) => {
        let partition = partitionOf(before, options)
        const now = byPair(before)
        for (const one of changesBetween(before, after)) {
          now.set([one.a, one.b].join('\0'), one.links)
          const denied = denialsOf([...now.values()].flat())
          partition = redivide(partition, { changed: [one], denied }, options)
        }
        expect(JSON.stringify(partition)).to.equal(JSON.stringify(partitionOf(after, options)))
      }),
    )
  })

  it('leaves components alone that no changed pair touches', () => {
    const before = [aLink('a', 'b'), aLink('x', 'y')]
    const previous = partitionOf(before, options)
    const changed = changesBetween(before, [...before, aLink('b', 'c')])
    const [touched, other] = redivide(previous, { changed, denied: [] }, options)
    expect(touched?.shops).to.have.length(3)
    expect(other).to.equal(previous[1])
  })

  it('joins components, takes them apart, and forgets those that nothing holds', () => {
    const [ab, bx, xy] = [aLink('a', 'b'), aLink('b', 'x'), aLink('x', 'y')]
    const follow = (before: Link[], after: Link[]) =>
      redivide(
        partitionOf(before, options),
        { changed: changesBetween(before, after), denied: [] },
        options,
      )
    expect(follow([ab, xy], [ab, bx, xy])).to.have.length(1)
    expect(follow([ab, bx, xy], [ab, xy])).to.have.length(2)
    expect(follow([ab, xy], [xy])).to.have.length(1)
  })
})
