import { expect } from 'chai'
import fc from 'fast-check'

import type { IsoDate } from '../../server/domain/units.ts'
import { growingFragment } from '../../server/jobs/paths/fragment.ts'
import { type Ranked, rankPaths } from '../../server/jobs/paths/rank-paths.ts'
import { ofEdge, ofLink, type Relation } from '../../server/jobs/paths/relation.ts'
import { aLink } from '../support/store-builders.ts'

/** A relation between two letters, seen from one day of the month to another; the more records, the stronger. */
type Seen = readonly [
  from: string,
  to: string,
  since?: number | undefined,
  until?: number | undefined,
  records?: number,
]

const day = (n: number) => `2025-01-${String(n).padStart(2, '0')}` as IsoDate

function seen([from, to, since, until, records = 1]: Seen, n: number): Relation {
  const edge = { from, to, type: 'TRANSFERS_TO', discriminator: `${n}` } as const
  return ofEdge({
    ...edge,
    ...(since !== undefined && { firstSeen: day(since) }),
    ...(until !== undefined && { lastSeen: day(until) }),
    records,
  })
}

interface Asked {
  readonly forward?: boolean
  readonly together?: boolean
  readonly limit?: number
  readonly tries?: number
}

const strengthOf = ({ edge }: Relation) => 1 - 0.5 / (1 + (edge?.records ?? 1))

function ways(relations: readonly Relation[], asked: Asked): Promise<Ranked> {
  const fragment = growingFragment()
  for (const relation of relations) fragment.add(relation)
  return rankPaths(fragment, {
    from: 'a',
    to: 'z',
    maxHops: 4,
    strengthOf,
    together: asked.together ?? false,
    forward: asked.forward ?? false,
    window: { since: undefined, until: undefined },
    limit: asked.limit ?? 1_000,
    triesBudget: asked.tries ?? 100_000,
  })
}

/** The nodes of each way. */
const over = ({ paths }: Ranked) =>
  paths.map((steps) => ['a', ...steps.map(({ to }) => to)].join(''))

describe('ways in the order of time', () => {
  it('are walked only while every relation is still there after the ones before it', async () => {
    const later = [seen(['a', 'b', 10, 12], 0), seen(['b', 'z', 1, 5], 1)]
    expect(over(await ways(later, {}))).to.deep.equal(['abz'])
    expect(over(await ways(later, { forward: true }))).to.deep.equal([])
    const inOrder = [seen(['a', 'b', 1, 5], 0), seen(['b', 'z', 10, 12], 1)]
    const walked = await ways(inOrder, { forward: true })
    expect(over(walked)).to.deep.equal(['abz'])
    expect(walked.paths[0]?.map(({ notBefore }) => notBefore)).to.deep.equal([day(1), day(10)])
    expect(over(await ways(inOrder, { together: true }))).to.deep.equal([])
  })

  it('take a weaker relation where the strongest between two things was over', async () => {
    const relations = [
      seen(['a', 'b', 10, 12], 0),
      seen(['b', 'z', 1, 5, 9], 1),
      seen(['b', 'z', 11, 20, 1], 2),
    ]
    for (const asked of [{ forward: true }, { together: true }]) {
      const found = await ways(relations, asked)
      expect(over(found)).to.deep.equal(['abz'])
      expect(found.paths[0]?.[1]?.relation.edge?.discriminator).to.equal('2')
    }
  })

  it('keep what has no date', async () => {
    const relations = [seen(['a', 'b', 10, 12], 0), seen(['b', 'z'], 1)]
    expect(over(await ways(relations, { forward: true }))).to.deep.equal(['abz'])
  })

  it('go over a return from the closed shop to the later one, not back', async () => {
    const link = aLink('a', 'z', { kind: 'came_back_as' })
    expect(over(await ways([ofLink(link)], { forward: true }))).to.deep.equal(['az'])
    const back = aLink('z', 'a', { kind: 'came_back_as' })
    expect(over(await ways([ofLink(back)], { forward: true }))).to.deep.equal([])
    expect(over(await ways([ofLink(back)], {}))).to.deep.equal(['az'])
  })

  const letter = fc.constantFrom('a', 'b', 'c', 'd', 'z')
  const moment = fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined })
  const graph = fc
    .array(fc.tuple(letter, letter, moment, moment, fc.integer({ min: 1, max: 4 })), {
      maxLength: 14,
    })
    .map((all) =>
      all.map(([from, to, one, other, records]): Seen => {
        const isTurned = one !== undefined && other !== undefined && other < one
        return isTurned ? [from, to, other, one, records] : [from, to, one, other, records]
      }),
    )
    .map((all) => all.map(seen))

  /** Every way of at most four hops, by trying them all: over which nodes, and how strong at best in the order of time. */
  function byHand(relations: readonly Relation[]): Map<string, number> {
    const best = new Map<string, number>()
    const walk = (at: string, passed: string, reached: string, strength: number): void => {
      if (at === 'z') best.set(passed, Math.max(strength, best.get(passed) ?? 0))
      for (const { other, from, until, own } of onwards(relations, at, passed)) {
        if (reached <= until)
          walk(other, passed + other, max(reached, from), strength * strengthOf(own))
      }
    }
    walk('a', 'a', '', 1)
    return best
  }

  const max = (one: string, other: string) => (one < other ? other : one)

  const onwards = (relations: readonly Relation[], at: string, passed: string) =>
    relations.flatMap((own) => {
      const touches = own.from === at || own.to === at
      const other = own.from === at ? own.to : own.from
      const { firstSeen: from = '', lastSeen: until = '9' } = own.edge ?? {}
      const goesOn = touches && at !== 'z' && passed.length <= 4 && !passed.includes(other)
      return goesOn ? [{ other, from, until, own }] : []
    })

  it('(law) are all that trying every way finds, each as strong as at best, and none else', async () => {
    await fc.assert(
      fc.asyncProperty(graph, async (relations) => {
        const hand = byHand(relations)
        const found = await ways(relations, { forward: true })
        expect(over(found).toSorted()).to.deep.equal([...hand.keys()].toSorted())
        for (const [n, steps] of found.paths.entries()) {
          const strength = steps.reduce((product, step) => product * step.strength, 1)
          expect(strength).to.be.closeTo(hand.get(over(found)[n] ?? '') ?? 0, 1e-12)
        }
      }),
    )
  })

  it('(law) are some of those without regard to time, and every hop is alive when it is walked', async () => {
    await fc.assert(
      fc.asyncProperty(graph, async (relations) => {
        const all = over(await ways(relations, {}))
        const { paths, ...forward } = await ways(relations, { forward: true })
        expect(all).to.include.members(over({ paths, ...forward }))
        for (const steps of paths) {
          let reached = ''
          for (const { notBefore = '', span } of steps) {
            expect(reached <= notBefore).to.equal(true)
            expect((span.since ?? '') <= notBefore && notBefore <= (span.until ?? '9')).to.equal(
              true,
            )
            reached = notBefore
          }
        }
      }),
    )
  })

  it('(law) of one time are walkable in the order of time too', async () => {
    await fc.assert(
      fc.asyncProperty(graph, async (relations) => {
        const together = over(await ways(relations, { together: true }))
        expect(over(await ways(relations, { forward: true }))).to.include.members(together)
      }),
    )
  })

  it('(law) come strongest first; fewer than all say that there are more, and a search that was cut says so', async () => {
    await fc.assert(
      fc.asyncProperty(graph, fc.integer({ min: 1, max: 4 }), async (relations, limit) => {
        const all = await ways(relations, { forward: true })
        const some = await ways(relations, { forward: true, limit })
        expect(over(some)).to.deep.equal(over(all).slice(0, limit))
        expect(some.more).to.equal(limit < all.paths.length)
        const strengths = all.paths.map((steps) =>
          steps.reduce((product, { strength }) => product * strength, 1),
        )
        for (const [n, strength] of strengths.entries())
          expect(strength <= (strengths[n - 1] ?? 1) + 1e-12).to.equal(true)
        const cut = await ways(relations, { forward: true, tries: 2 })
        if (cut.paths.length < all.paths.length) expect(cut.complete).to.equal(false)
      }),
    )
  })
})
