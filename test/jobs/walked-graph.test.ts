import { expect } from 'chai'
import fc from 'fast-check'

import { frontierOf, type Side } from '../../server/jobs/paths/frontier.ts'
import { growingOutline, hopsFrom } from '../../server/jobs/paths/outline.ts'
import { withoutDeadEnds } from '../../server/jobs/paths/without-dead-ends.ts'
import { numbered } from '../../server/store/numbered.ts'

const size = 8
const node = fc.nat({ max: size - 1 })
const pairs = fc.array(fc.tuple(node, node), { maxLength: 14 })

function outlineOf(joined: readonly (readonly [number, number])[]) {
  const outline = growingOutline(numbered(() => undefined))
  for (let number = 0; number < size; number += 1) outline.numberOf(`node ${number}`)
  for (const [a, b] of joined) outline.join(a, b)
  return outline
}

describe('the graph that a search for ways walks', () => {
  it('(law) without dead ends is every node that a way between the ends passes, and no other', () => {
    fc.assert(
      fc.property(pairs, fc.uniqueArray(node, { minLength: 2 }), (joined, nodes) => {
        const outline = outlineOf(joined)
        const [from = 0, to = 1] = nodes
        const ways = waysByHand(outline, nodes, [[from], to])
        const kept = withoutDeadEnds(outline, nodes, [from, to])
        expect([...kept].sort()).to.deep.equal([...new Set([from, to, ...ways.flat()])].sort())
      }),
      { numRuns: 500 },
    )
  })

  it('(law) is read nearest to one of its ends first, however near things come while it grows', () => {
    fc.assert(
      fc.property(pairs, fc.array(fc.nat({ max: 4 })), node, node, (joined, reads, from, to) => {
        const sides: readonly Side[] = [
          { start: from, most: 3 },
          { start: to, most: 2 },
        ]
        const outline = outlineOf([])
        const frontier = frontierOf(outline, sides)
        const done = new Set<number>()
        for (const [step, [a, b]] of joined.entries()) {
          frontier.join(a, b)
          const waiting = nearestByHand(outline, sides, done)
          expect(frontier.nearest()).to.deep.equal(waiting)
          for (const own of waiting.slice(0, reads[step] ?? 0)) {
            frontier.done(own)
            done.add(own)
          }
          expect(frontier.nearest()).to.deep.equal(nearestByHand(outline, sides, done))
        }
      }),
    )
  })
})

/** Every way that goes on from some nodes to an end and passes no node twice. */
function waysByHand(
  outline: ReturnType<typeof growingOutline>,
  nodes: readonly number[],
  [way, to]: readonly [way: readonly number[], to: number],
): readonly (readonly number[])[] {
  const at = way.at(-1)
  if (at === undefined || at === to) return [way]
  return [...new Set(outline.beside(at))]
    .filter((other) => nodes.includes(other) && !way.includes(other))
    .flatMap((other) => waysByHand(outline, nodes, [[...way, other], to]))
}

/** Those that are not done and nearest to an end, with the hops walked from it anew. */
function nearestByHand(
  outline: ReturnType<typeof growingOutline>,
  sides: readonly Side[],
  done: ReadonlySet<number>,
): readonly number[] {
  const hops = sides.map(({ start, most }) => ({ most, ...hopsFrom(outline, start, most - 1) }))
  const nearestOf = (own: number) =>
    Math.min(...hops.map(({ most, to }) => ((to[own] ?? most) < most ? (to[own] ?? most) : 99)))
  const waiting = Array.from({ length: size }, (_, own) => own).filter((own) => !done.has(own))
  const least = Math.min(...waiting.map(nearestOf))
  return least === 99 ? [] : waiting.filter((own) => nearestOf(own) === least)
}
