import { mulberry32 } from '../../domain/random.ts'
import { degreeOf, type Incidence } from './incidence.ts'

/** Identifiers that fewer shops have are not asked. */
const leastDegree = 8
const pairsSampled = 64
/** Share of the pairs that must have something else in common. */
const leastCorroborated = 0.1

/**
 * Which of the identifiers that are `kept` say more than that a locker, an address of a host or a forwarder serves many: by identifier 1 or 0. Of what eight shops and more have, up to 64 pairs of
 * holders are drawn, all where there are no more; unless one pair in ten has another kept identifier in common, it is dropped. Whatever its degree: shops of one ring share several things,
 * customers of one locker only the locker.
 *
 * The one other identifier that most of the pairs have in common does not count: an agent with a telephone and an address for letters would vouch for the one with the other. What many shops have in common that share
 * two things and no third is thereby dropped too.
 *
 * The draw depends on the seed and the identifier's number alone, so that one identifier more or less changes no other's answer.
 */
export function corroborated(incidence: Incidence, kept: Uint8Array, seed: number): Uint8Array {
  const passed = kept.slice()
  for (let identifier = 0; identifier < incidence.identifiers; identifier++) {
    if (kept[identifier] === 0 || degreeOf(incidence, identifier) < leastDegree) continue
    const pairs = sampledPairs(incidence, identifier, seed)
    const others = pairs.map(([a, b]) => othersShared(incidence, kept, identifier, a, b))
    const twin = commonest(others.flat())
    const shared = others.filter((own) => own.some((other) => other !== twin)).length
    if (shared < leastCorroborated * pairs.length) passed[identifier] = 0
  }
  return passed
}

function sampledPairs(incidence: Incidence, identifier: number, seed: number): [number, number][] {
  const first = incidence.identifierStarts[identifier] as number
  const degree = degreeOf(incidence, identifier)
  const holder = (place: number) => incidence.holders[first + place] as number
  if ((degree * (degree - 1)) / 2 <= pairsSampled) {
    return Array.from({ length: degree }, (_, a) =>
      Array.from({ length: a }, (_, b): [number, number] => [holder(a), holder(b)]),
    ).flat()
  }
  const random = mulberry32(Math.imul(identifier + 1, 0x9e3779b1) ^ seed)
  return Array.from({ length: pairsSampled }, (): [number, number] => {
    const a = Math.floor(random() * degree)
    const b = (a + 1 + Math.floor(random() * (degree - 1))) % degree
    return [holder(a), holder(b)]
  })
}

/** What two shops have in common beside an identifier, by merging two ascending rows. */
function othersShared(
  { shopStarts, held }: Incidence,
  kept: Uint8Array,
  identifier: number,
  a: number,
  b: number,
): number[] {
  const others: number[] = []
  let [i, j] = [shopStarts[a] as number, shopStarts[b] as number]
  const [endA, endB] = [shopStarts[a + 1] as number, shopStarts[b + 1] as number]
  while (i < endA && j < endB) {
    const [x, y] = [held[i] as number, held[j] as number]
    if (x === y && x !== identifier && kept[x] === 1) others.push(x)
    if (x <= y) i++
    if (y <= x) j++
  }
  return others
}

/** The first of equals; −1 of nothing. */
function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  let [most, best] = [0, -1]
  for (const [number, count] of counts) {
    if (count < most || (count === most && best < number)) continue
    most = count
    best = number
  }
  return best
}
