import { expect } from 'chai'
import fc from 'fast-check'

import type { Ring } from '../../../server/domain/ring.ts'
import { RetiredRing } from '../../../server/domain/ring-event.ts'
import type { IsoDate } from '../../../server/domain/units.ts'
import { carryRings, type PastRings } from '../../../server/rings/identity/carry-rings.ts'
import { aRingOf } from '../../support/named-rings.ts'

const day = (text: string) => text as IsoDate
const nobody: PastRings = { rings: [], retired: [] }

/** Runs one after another over rings written as words, a letter a shop; what each run tells. */
function follow(...runs: readonly (readonly string[])[]) {
  let past = nobody
  return runs.map((words, n) => {
    const found = words.map((word) => aRingOf([...word]))
    const carried = carryRings(found, past, day(`2025-01-0${n + 1}`))
    const retired = new Map([...past.retired, ...carried.retired].map((own) => [own.id, own]))
    for (const { id } of carried.rings) retired.delete(id)
    past = { rings: carried.rings, retired: [...retired.values()] }
    return carried
  })
}

/** The last of several runs: every ring as its id, its shops, and what became of it. */
function lastOf(...runs: readonly (readonly string[])[]): string[] {
  const { rings, retired } = follow(...runs).at(-1) ?? nobody
  return [
    ...rings.map(({ id, members, event }) =>
      [id, members.map(({ shop }) => shop).join(''), event?.change ?? 'same'].join(' '),
    ),
    ...retired.map(({ id, shops, event }) => [id, shops.join(''), event.change].join(' ')),
  ].toSorted()
}

describe('the identity of a ring', () => {
  it('is that of its first shop at first, and stays when another becomes the first', () => {
    expect(lastOf(['ab', 'xyz'])).to.deep.equal(['ring:a ab new', 'ring:x xyz new'])
    expect(lastOf(['bc'], ['abc'])).to.deep.equal(['ring:b abc grown'])
    expect(lastOf(['abc'], ['bc'])).to.deep.equal(['ring:a bc shrunk'])
  })

  it('survives detecting again on the same rings, without an event', () => {
    expect(lastOf(['bac', 'xy'], ['cab', 'yx'])).to.deep.equal([
      'ring:b cab same',
      'ring:x yx same',
    ])
  })

  it('goes to the larger piece when a ring splits, and the other gets one that never was', () => {
    expect(lastOf(['abcde'], ['ab', 'cde'])).to.deep.equal([
      'ring:a cde split',
      'ring:a~2 ab split',
    ])
    expect(lastOf(['abcde', 'xy'], ['ab', 'cde'], ['bcde', 'xy'])).to.deep.equal([
      'ring:a bcde merged',
      'ring:a~2 ab retired',
      'ring:x xy returned',
    ])
  })

  it('goes to the first by shop of two equal pieces', () => {
    expect(lastOf(['abcd'], ['cd', 'ab'])).to.deep.equal(['ring:a ab split', 'ring:c cd split'])
  })

  it('is that of the ring with most shops when rings merge; of equals that of the elder', () => {
    expect(lastOf(['abc', 'xy'], ['abcxy'])).to.deep.equal([
      'ring:a abcxy merged',
      'ring:x xy retired',
    ])
    expect(lastOf(['xy'], ['xy', 'ab'], ['abxy'])).to.deep.equal([
      'ring:a ab retired',
      'ring:x abxy merged',
    ])
  })

  it('comes back with a ring that holds more than half of what it was', () => {
    expect(lastOf(['abc'], [], ['bcd'])).to.deep.equal(['ring:a bcd returned'])
    expect(lastOf(['abc'], [], ['abx'], [], ['abcx'])).to.deep.equal(['ring:a abcx returned'])
    expect(lastOf(['abcd'], [], ['abxy'])).to.deep.equal(['ring:a~2 abxy new'])
  })

  it('comes back when what was merged comes apart', () => {
    expect(lastOf(['abc', 'xyz'], ['abcxyz'], ['abc', 'xyz'])).to.deep.equal([
      'ring:a abc split',
      'ring:x xyz returned',
    ])
  })

  it('says of which rings shops came and to which they went, and since when it stands', () => {
    const [, , last] = follow(['abc', 'xyz'], ['abc', 'xyz'], ['ab', 'cxyz'])
    const [own, other] = ['ring:a', 'ring:x'].map((id) =>
      last?.rings.find((ring) => ring.id === id),
    )
    expect(own?.event).to.deep.include({ change: 'shrunk', to: ['ring:x'], lost: ['c'] })
    expect(other?.event).to.deep.include({ change: 'grown', from: ['ring:a'], gained: ['c'] })
    expect([own?.since, other?.since]).to.deep.equal(['2025-01-01', '2025-01-01'])
  })

  const shops = [...'abcdefghijklmnop']
  /** Any shops in any rings of two and more. */
  const division = fc
    .array(fc.integer({ min: 0, max: 6 }), { minLength: shops.length, maxLength: shops.length })
    .map((places) =>
      [0, 1, 2, 3, 4, 5]
        .map((place) => shops.filter((_, n) => places[n] === place))
        .filter((ring) => ring.length > 1),
    )
  const history = fc.array(division, { minLength: 2, maxLength: 6 })
  const words = (runs: readonly (readonly (readonly string[])[])[]) =>
    runs.map((rings) => rings.map((ring) => ring.join('')))

  it('(law) is never given twice, and never to shops of which it held none before', () => {
    fc.assert(
      fc.property(history, (runs) => {
        const last = new Map<string, readonly string[]>()
        for (const { rings, retired } of follow(...words(runs))) {
          expect(new Set(rings.map(({ id }) => id)).size).to.equal(rings.length)
          for (const own of retired) RetiredRing.parse(own)
          for (const { id, members } of rings) {
            const own = members.map(({ shop }) => shop)
            const was = last.get(id) ?? own
            expect(was.filter((shop) => own.includes(shop))).to.not.have.length(0)
            last.set(id, own)
          }
        }
      }),
    )
  })

  it('(law) goes to a ring that holds more than half of a former one, unless it holds more of another', () => {
    fc.assert(
      fc.property(division, division, (first, second) => {
        const [one, two] = follow(...words([first, second]))
        const shared = (x: Ring, y: Ring) =>
          y.members.filter(({ shop }) => x.members.some((own) => own.shop === shop)).length
        for (const own of two?.rings ?? []) {
          const claims = (one?.rings ?? []).filter((was) => was.size < 2 * shared(was, own))
          const most = Math.max(0, ...claims.map((was) => shared(was, own)))
          const best = claims.filter((was) => shared(was, own) === most)
          if (best.length > 0) expect(best.map(({ id }) => id)).to.include(own.id)
        }
      }),
    )
  })

  it('(law) does not depend on the order of rings, of shops within them, or of what was retired', () => {
    fc.assert(
      fc.property(history, (runs) => {
        const told = (backwards: boolean) => {
          const turned = backwards
            ? runs.map((rings) => rings.toReversed().map((ring) => ring))
            : runs
          let past = nobody
          return turned.map((rings, n) => {
            const { rings: own, retired } = carryRings(
              rings.map((ring) => aRingOf(ring)),
              past,
              day(`2025-01-0${n + 1}`),
            )
            const all = [...past.retired, ...retired].filter(
              ({ id }) => !own.some((ring) => ring.id === id),
            )
            const latest = [...new Map(all.map((ring) => [ring.id, ring])).values()]
            past = {
              rings: backwards ? own.toReversed() : own,
              retired: backwards ? latest.toReversed() : latest,
            }
            return [own, retired]
          })
        }
        expect(told(true)).to.deep.equal(told(false))
      }),
    )
  })

  it('(law) every event can be undone from what it tells: kept, gained and lost shops add up', () => {
    fc.assert(
      fc.property(division, division, (first, second) => {
        const [one, two] = follow(...words([first, second]))
        for (const { id, members, event } of two?.rings ?? []) {
          const was = one?.rings.find((ring) => ring.id === id)?.members.map(({ shop }) => shop)
          const is = members.map(({ shop }) => shop)
          const kept = (was ?? []).filter((shop) => !event?.lost.includes(shop))
          expect([...kept, ...(event?.gained ?? [])].toSorted()).to.deep.equal(is.toSorted())
        }
      }),
    )
  })
})
