import { expect } from 'chai'
import fc from 'fast-check'

import type { Ring } from '../../../server/domain/ring.ts'
import type { RetiredRing } from '../../../server/domain/ring-event.ts'
import type { RingChange } from '../../../server/domain/run-change.ts'
import type { IsoDate } from '../../../server/domain/units.ts'
import { carryRings, type PastRings } from '../../../server/rings/identity/carry-rings.ts'
import { ringChanges } from '../../../server/rings/identity/ring-changes.ts'
import { aRingOf } from '../../support/named-rings.ts'

const day = '2025-01-01' as IsoDate

interface Ran {
  readonly rings: readonly Ring[]
  /** Retired in this run. */
  readonly retired: readonly RetiredRing[]
  /** Ids that were retired before it. */
  readonly gone: ReadonlySet<string>
}

/** Runs one after another over rings written as words, a letter a shop. */
function ran(...runs: readonly (readonly string[])[]): Ran[] {
  let past: PastRings = { rings: [], retired: [] }
  return runs.map((words) => {
    const found = words.map((word) => aRingOf([...word]))
    const gone = new Set(past.retired.map(({ id }) => id))
    const carried = carryRings(found, past, day)
    const retired = new Map([...past.retired, ...carried.retired].map((own) => [own.id, own]))
    for (const { id } of carried.rings) retired.delete(id)
    past = { rings: carried.rings, retired: [...retired.values()] }
    return { ...carried, gone }
  })
}

/** A change in one line: the ring, what became of it, which rings it took shops from and gave shops to, which shops. */
function told({ id, change, from, to, gained, lost }: RingChange): string {
  const ids = (rings: RingChange['from']) => rings.map((ring) => ring.id.slice(5)).join('+')
  const shops = [...gained.map((shop) => `+${shop}`), ...lost.map((shop) => `-${shop}`)].join('')
  return `${id.slice(5)} ${change} ${ids(from)}→${ids(to)} ${shops}`.trim()
}

/** The last of several runs against the one before. */
function between(...runs: readonly (readonly string[])[]): string[] {
  const [was, is] = ran(...runs).slice(-2)
  return ringChanges(was?.rings ?? [], is?.rings ?? [], is?.gone ?? new Set()).map(told)
}

describe('changes of rings between two runs', () => {
  const cases: Record<string, [runs: string[][], said: string[]]> = {
    'a ring none of whose shops was in one is new': [[[], ['ab']], ['a new → +a+b']],
    'a ring none of whose shops is in one is retired': [[['ab'], []], ['a retired → -a-b']],
    'a ring that was gone for a while returned': [[['ab'], [], ['ab']], ['a returned → +a+b']],
    'the same shops are unchanged': [[['abc'], ['cab']], ['a unchanged →']],
    'a ring that gained shops has grown': [[['ab'], ['abc']], ['a grown → +c']],
    'a ring that lost shops has shrunk': [[['abc'], ['ab']], ['a shrunk → -c']],
    'as many in as out is a ring regrouped': [[['abc'], ['abx']], ['a regrouped → +x-c']],
    'of rings that became one, one merged and the other is retired': [
      [['abc', 'xy'], ['abcxy']],
      ['a merged x→ +x+y', 'x retired →a -x-y'],
    ],
    'of a ring that became two, both tell that it split': [
      [['abcxy'], ['abc', 'xy']],
      ['a split →x -x-y', 'x split a→ +x+y'],
    ],
    'one shop that changed rings is told by both': [
      [
        ['abcd', 'wxyz'],
        ['abc', 'dwxyz'],
      ],
      ['w grown a→ +d', 'a shrunk →w -d'],
    ],
  }
  for (const [name, [runs, said]] of Object.entries(cases)) {
    it(name, () => expect(between(...runs)).to.deep.equal(said))
  }

  const shops = [...'abcdefghijklmnop']
  const division = fc
    .array(fc.integer({ min: 0, max: 6 }), { minLength: shops.length, maxLength: shops.length })
    .map((places) =>
      [0, 1, 2, 3, 4, 5]
        .map((place) => shops.filter((_, n) => places[n] === place).join(''))
        .filter((ring) => ring.length > 1),
    )
  const history = fc.array(division, { minLength: 2, maxLength: 5 }).map((runs) => ran(...runs))

  /** What a ring's own event says, in the words of a change. */
  const eventOf = ({ id, event }: Pick<Ring, 'id' | 'event'>) => ({
    id,
    change: event?.change ?? 'unchanged',
    from: event?.from ?? [],
    to: event?.to ?? [],
    gained: event?.gained ?? [],
    lost: event?.lost ?? [],
  })
  const saidOf = ({ id, change, from, to, gained, lost }: RingChange) => {
    const [came, went] = [from, to].map((rings) => rings.map((ring) => ring.id))
    return { id, change, from: came, to: went, gained, lost }
  }
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

  it('(law) say of every ring what its own event says', () => {
    fc.assert(
      fc.property(history, (runs) => {
        for (const [n, { rings, retired, gone }] of runs.slice(1).entries()) {
          const changes = ringChanges(runs[n]?.rings ?? [], rings, gone)
          expect(changes.map(saidOf).toSorted(byId)).to.deep.equal(
            [...rings, ...retired].map(eventOf).toSorted(byId),
          )
        }
      }),
    )
  })

  it('(law) tell every ring of any two runs once, and kept, gained and lost shops add up', () => {
    fc.assert(
      fc.property(history, fc.nat(), fc.nat(), (runs, one, other) => {
        const [a, b] = [one, other].map((n) => runs[n % runs.length]?.rings ?? [])
        const changes = ringChanges(a ?? [], b ?? [], new Set())
        const ids = [...new Set([...(a ?? []), ...(b ?? [])].map(({ id }) => id))]
        expect(changes.map(({ id }) => id).toSorted()).to.deep.equal(ids.toSorted())
        const shopsIn = (rings: readonly Ring[] | undefined, id: string) =>
          rings?.find((ring) => ring.id === id)?.members.map(({ shop }) => shop) ?? []
        for (const { id, kept, gained, lost } of changes) {
          expect([...kept, ...lost].toSorted()).to.deep.equal(shopsIn(a, id).toSorted())
          expect([...kept, ...gained].toSorted()).to.deep.equal(shopsIn(b, id).toSorted())
        }
      }),
    )
  })

  it('(law) are none between a run and itself, and do not depend on the order of rings', () => {
    fc.assert(
      fc.property(history, (runs) => {
        const [first = [], second = []] = runs.map(({ rings }) => rings)
        const same = ringChanges(first, first, new Set()).filter(
          ({ change }) => change !== 'unchanged',
        )
        expect(same).to.deep.equal([])
        expect(ringChanges(first.toReversed(), second.toReversed(), new Set())).to.deep.equal(
          ringChanges(first, second, new Set()),
        )
      }),
    )
  })
})
