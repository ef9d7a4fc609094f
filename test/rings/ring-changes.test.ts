import { expect } from 'chai'
import fc from 'fast-check'

import type { Ring } from '../../server/domain/ring.ts'
import type { RingChange, RingChangeCode } from '../../server/domain/run-change.ts'
import type { Probability } from '../../server/domain/units.ts'
import { ringChanges } from '../../server/rings/ring-changes.ts'

const sure = 1 as Probability

/** Rings by what they hold: the shops of each as letters of one word. */
function ringsOf(...words: readonly string[]): Ring[] {
  return words.map((word, place) => ({
    id: `ring:${word[0]}`,
    name: `Ring ${word[0]}`,
    rank: place + 1,
    parts: [],
    members: [...word].map((shop) => ({ shop, weakestStep: sure, joint: sure, path: [] })),
    size: word.length,
    live: 0,
    closed: 0,
    weakestStep: sure,
    bridges: [],
    channels: [],
  }))
}

/** A change in one line: `merged ab+cd → abcd`, rings by their ids. */
function told({ change, before, after, gained, lost }: RingChange): string {
  const ids = (rings: RingChange['before']) => rings.map(({ id }) => id.slice(5)).join('+')
  const shops = [...gained.map((shop) => `+${shop}`), ...lost.map((shop) => `-${shop}`)].join('')
  return `${change} ${ids(before)}→${ids(after)} ${shops}`.trim()
}

const between = (before: readonly string[], after: readonly string[]) =>
  ringChanges(ringsOf(...before), ringsOf(...after)).map(told)

describe('changes of rings', () => {
  const cases: Record<string, [before: string[], after: string[], said: string[]]> = {
    'a ring none of whose shops was in one is new': [[], ['ab'], ['new →a +a+b']],
    'a ring none of whose shops is in one is retired': [['ab'], [], ['retired a→ -a-b']],
    'the same shops under another name are unchanged': [['abc'], ['cab'], ['unchanged a→c']],
    'a ring that gained shops has grown': [['ab'], ['abc'], ['grown a→a +c']],
    'a ring that lost shops has shrunk': [['abc'], ['ab'], ['shrunk a→a -c']],
    'what came in and went is both told': [['abc'], ['abxy'], ['grown a→a +x+y-c']],
    'as many in as out is a ring regrouped': [['abc'], ['abx'], ['regrouped a→a +x-c']],
    'two rings that became one are merged': [['abc', 'xy'], ['abcxyz'], ['merged a+x→a +z']],
    'one ring that became two is split': [['abcxy'], ['abc', 'xy'], ['split a→a+x']],
    'one shop that changed rings joins nothing': [
      ['abcd', 'wxyz'],
      ['abc', 'dwxyz'],
      ['grown w→d +d', 'shrunk a→a -d'],
    ],
    'a large new ring does not continue an old one by a single shop of it': [
      ['abcdef'],
      ['abcde', 'fuvwxyz'],
      ['new →f +f+u+v+w+x+y+z', 'shrunk a→a -f'],
    ],
    'rings that exchanged halves are told together': [
      ['abcd', 'wxyz'],
      ['abwx', 'cdyz'],
      ['regrouped a+w→a+c'],
    ],
  }
  for (const [name, [before, after, said]] of Object.entries(cases)) {
    it(name, () => expect(between(before, after)).to.deep.equal(said))
  }

  it('(law) tells every ring of both runs exactly once', () => {
    fc.assert(
      fc.property(twoRuns(), ([before, after]) => {
        const changes = ringChanges(before, after)
        const ids = (side: 'before' | 'after') =>
          changes.flatMap((change) => change[side].map(({ id }) => id)).toSorted()
        expect(ids('before')).to.deep.equal(before.map(({ id }) => id).toSorted())
        expect(ids('after')).to.deep.equal(after.map(({ id }) => id).toSorted())
      }),
    )
  })

  it('(law) does not depend on the order of rings or of their members', () => {
    fc.assert(
      fc.property(twoRuns(), fc.infiniteStream(fc.nat()), ([before, after], dice) => {
        const said = ringChanges(before, after)
        const again = ringChanges(shuffled(before, dice), shuffled(after, dice))
        expect(again).to.deep.equal(said)
      }),
    )
  })

  it('(law) a run against itself changes nothing', () => {
    fc.assert(
      fc.property(twoRuns(), ([run]) => {
        const codes = new Set(ringChanges(run, run).map(({ change }) => change))
        expect([...codes].filter((code) => code !== 'unchanged')).to.deep.equal([])
      }),
    )
  })

  it('(law) told backwards, everything is the other way round', () => {
    fc.assert(
      fc.property(twoRuns(), ([before, after]) => {
        const there = ringChanges(before, after).map(reversed).map(told).toSorted()
        const back = ringChanges(after, before).map(told).toSorted()
        expect(back).to.deep.equal(there)
      }),
    )
  })

  it('(law) kept and gained are the shops after, kept and lost those before', () => {
    fc.assert(
      fc.property(twoRuns(), ([before, after]) => {
        const shops = new Map(
          [
            ...before.map((ring) => ({ ring, side: 'before' })),
            ...after.map((ring) => ({ ring, side: 'after' })),
          ].map(
            ({ ring, side }) =>
              [`${side} ${ring.id}`, ring.members.map(({ shop }) => shop)] as const,
          ),
        )
        for (const change of ringChanges(before, after)) {
          const of = (side: 'before' | 'after') =>
            change[side].flatMap(({ id }) => shops.get(`${side} ${id}`) ?? []).toSorted()
          expect([...change.kept, ...change.lost].toSorted()).to.deep.equal(of('before'))
          expect([...change.kept, ...change.gained].toSorted()).to.deep.equal(of('after'))
        }
      }),
    )
  })

  it('(law) a ring of which more than half of the shops stay together is never told as new or retired', () => {
    fc.assert(
      fc.property(twoRuns(), ([before, after]) => {
        const gone = new Set(
          ringChanges(before, after)
            .filter(({ change }) => change === 'retired')
            .flatMap(({ before: was }) => was.map(({ id }) => id)),
        )
        for (const ring of before) {
          const together = Math.max(0, ...after.map((other) => common(ring, other)))
          if (ring.members.length < 2 * together) expect(gone.has(ring.id)).to.equal(false)
        }
      }),
    )
  })
})

const opposite: Record<RingChangeCode, RingChangeCode> = {
  new: 'retired',
  retired: 'new',
  grown: 'shrunk',
  shrunk: 'grown',
  merged: 'split',
  split: 'merged',
  regrouped: 'regrouped',
  unchanged: 'unchanged',
}

function reversed({ change, before, after, kept, gained, lost }: RingChange): RingChange {
  return {
    change: opposite[change],
    before: after,
    after: before,
    kept,
    gained: lost,
    lost: gained,
  }
}

function common(one: Ring, other: Ring): number {
  const shops = new Set(other.members.map(({ shop }) => shop))
  return one.members.filter(({ shop }) => shops.has(shop)).length
}

/** Two ways to put the same shops into rings, or to leave them out: each shop in one ring of a run at most. */
function twoRuns() {
  const places = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 })), { maxLength: 24 })
  return places.map((held) => [0, 1].map((run) => runOf(held, run)) as [Ring[], Ring[]])
}

function runOf(held: readonly (readonly [number, number])[], run: number): Ring[] {
  const words = [1, 2, 3, 4, 5].map((ring) =>
    held
      .map((places, shop) => (places[run] === ring ? String.fromCharCode(97 + shop) : ''))
      .join(''),
  )
  return ringsOf(...words.filter((word) => 1 < word.length))
}

function shuffled(rings: readonly Ring[], dice: Iterator<number>): Ring[] {
  const cast = <T>(items: readonly T[]) =>
    items
      .map((item) => ({ item, at: Number(dice.next().value) }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ item }) => item)
  return cast(rings).map((ring) => ({ ...ring, members: cast(ring.members) }))
}
