import { type Homes, homesOf } from './homes.ts'
import { degreeOf, type Incidence } from './incidence.ts'

/** Members that must have a shop's only identifier for it to be the ring's own. */
const leastMembers = 2
/** Share of its other shops that must be members. */
const leastOwn = 0.5

/**
 * The rings with the shops that one identifier ties to them, where that is the ring's own: two members and at least half of its other shops have it. Rings are as they were before anybody was taken back, so that the order
 * does not matter; of several rings the one whose members have most of an identifier, then the first.
 */
export function takenBack(
  incidence: Incidence,
  allowed: Uint8Array,
  ringOf: Int32Array,
): Int32Array {
  const homes = homesOf(incidence, allowed, ringOf)
  const own = allowed.map((isAllowed, identifier) => {
    const members = homes.members[identifier] as number
    const others = degreeOf(incidence, identifier) - 1
    return isAllowed === 1 && leastMembers <= members && leastOwn * others <= members ? 1 : 0
  })
  return ringOf.map((ring, shop) => (0 <= ring ? ring : strongest(incidence, homes, own, shop)))
}

/**
 * By shop outside of rings, the ring with which it has an identifier that `joins` in common, of several the one whose members have most of one, then the first; `rings`, their number, where it has one in common only with
 * shops in no ring; −1 for members, and where it has none in common with anybody.
 */
export function candidatesOf(
  incidence: Incidence,
  joins: Uint8Array,
  ringOf: Int32Array,
  rings: number,
): Int32Array {
  const homes = homesOf(incidence, joins, ringOf)
  return ringOf.map((own, shop) => {
    if (0 <= own) return -1
    const ring = strongest(incidence, homes, joins, shop)
    if (0 <= ring) return ring
    return identifiersOf(incidence, shop).some((k) => joins[k] === 1 && 1 < degreeOf(incidence, k))
      ? rings
      : -1
  })
}

/** The ring that one of the shop's identifiers among `those` leads to, −1 where none does. */
function strongest(
  incidence: Incidence,
  { group, members }: Homes,
  those: Uint8Array,
  shop: number,
): number {
  let [best, most] = [-1, 0]
  for (const identifier of identifiersOf(incidence, shop)) {
    if (those[identifier] === 0) continue
    const [ring, count] = [group[identifier] as number, members[identifier] as number]
    if (count < most || (count === most && best <= ring)) continue
    best = ring
    most = count
  }
  return best
}

function identifiersOf({ shopStarts, held }: Incidence, shop: number): Int32Array {
  return held.subarray(shopStarts[shop], shopStarts[shop + 1])
}
