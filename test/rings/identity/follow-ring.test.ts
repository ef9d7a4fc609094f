import { expect } from 'chai'
import fc from 'fast-check'

import type { Ring } from '../../../server/domain/ring.ts'
import type { RetiredRing } from '../../../server/domain/ring-event.ts'
import type { IsoDate } from '../../../server/domain/units.ts'
import { carryRings, type PastRings } from '../../../server/rings/identity/carry-rings.ts'
import { type Heir, heirsAfter } from '../../../server/rings/identity/follow-ring.ts'
import { aRingOf } from '../../support/named-rings.ts'

const day = '2025-01-01' as IsoDate

interface Ran {
  readonly rings: readonly Ring[]
  readonly retired: readonly RetiredRing[]
}

/** Runs one after another over rings written as words, a letter a shop. */
function ran(runs: readonly (readonly string[])[]): Ran[] {
  let past: PastRings = { rings: [], retired: [] }
  return runs.map((words) => {
    const carried = carryRings(
      words.map((word) => aRingOf([...word])),
      past,
      day,
    )
    const retired = new Map([...past.retired, ...carried.retired].map((own) => [own.id, own]))
    for (const { id } of carried.rings) retired.delete(id)
    past = { rings: carried.rings, retired: [...retired.values()] }
    return carried
  })
}

/** Who stands for a ring of the first run in the last one. */
function heirs(named: string, runs: readonly Ran[]): readonly Heir[] {
  return runs.slice(1).reduce<readonly Heir[]>(
    (before, { rings, retired }) =>
      heirsAfter(named, before, (id) => {
        const ring = rings.find((own) => own.id === id)
        const gone = retired.find((own) => own.id === id)
        return { stands: ring !== undefined, event: ring?.event ?? gone?.event }
      }),
    [{ ring: named, how: 'same' }],
  )
}

function told(named: string, ...runs: readonly (readonly string[])[]): string[] {
  return heirs(`ring:${named}`, ran(runs)).map(({ ring, how }) => `${ring} ${how}`)
}

describe('what was said of a ring', () => {
  it('stands for the ring that keeps its id, whatever joins or leaves', () => {
    expect(told('a', ['abc'], ['abc'])).to.deep.equal(['ring:a same'])
    expect(told('a', ['abc'], ['abcde'], ['bcde'])).to.deep.equal(['ring:a same'])
  })

  it('stands for every piece when the ring splits, and says which broke off', () => {
    expect(told('a', ['abcde'], ['cde', 'ab'])).to.deep.equal(['ring:a same', 'ring:a~2 split'])
  })

  it('goes to the ring that takes it over, and back when it returns', () => {
    expect(told('x', ['abc', 'xy'], ['abcxy'])).to.deep.equal(['ring:a merged'])
    expect(told('x', ['abc', 'xy'], ['abcxy'], ['abc', 'xy'])).to.deep.equal(['ring:x same'])
  })

  it('stands for none while nothing continues the ring', () => {
    expect(told('a', ['abc'], [])).to.deep.equal([])
    expect(told('a', ['abc'], [], ['abc'])).to.deep.equal(['ring:a same'])
  })

  it('is not spread to a ring that only gains a shop of it', () => {
    expect(told('a', ['abc', 'xyz'], ['ab', 'cxyz'])).to.deep.equal(['ring:a same'])
  })

  const shops = [...'abcdefghij']
  const division = fc
    .array(fc.integer({ min: 0, max: 4 }), { minLength: shops.length, maxLength: shops.length })
    .map((places) =>
      [0, 1, 2, 3]
        .map((place) => shops.filter((_, n) => places[n] === place).join(''))
        .filter((ring) => ring.length > 1),
    )
  const history = fc.array(division, { minLength: 2, maxLength: 5 })

  it('(law) stands for rings of the last run only, each once, and for its own id wherever that stands', () => {
    fc.assert(
      fc.property(history, (runs) => {
        const all = ran(runs)
        const last = new Set(all.at(-1)?.rings.map(({ id }) => id))
        for (const { id } of all[0]?.rings ?? []) {
          const own = heirs(id, all).map(({ ring }) => ring)
          expect(new Set(own).size).to.equal(own.length)
          for (const ring of own) expect(last.has(ring)).to.equal(true)
          expect(own.includes(id)).to.equal(last.has(id))
        }
      }),
    )
  })
})
