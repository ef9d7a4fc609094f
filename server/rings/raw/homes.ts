import { degreeOf, type Incidence } from './incidence.ts'

/** By identifier, the group that most of its shops are in, the first of equals, and how many these are; −1 and 0 where none of them is in a group. */
export interface Homes {
  readonly group: Int32Array
  readonly members: Int32Array
}

/** Share of an identifier's shops that must be in one community for it to be that community's own, and how many at least. */
const leastOwn = 0.5
const leastShops = 2

/** Where identifiers that are `allowed` are at home; all others are nowhere. `groups` holds a number from 0 for each shop, or −1. */
export function homesOf(
  { identifiers, identifierStarts, holders }: Incidence,
  allowed: Uint8Array,
  groups: Int32Array,
): Homes {
  const homes = {
    group: new Int32Array(identifiers).fill(-1),
    members: new Int32Array(identifiers),
  }
  const counts = new Int32Array(groups.length)
  for (let identifier = 0; identifier < identifiers; identifier++) {
    if (allowed[identifier] === 0) continue
    const own = holders.subarray(identifierStarts[identifier], identifierStarts[identifier + 1])
    const most = commonest(own, groups, counts)
    homes.group[identifier] = most
    if (0 <= most) homes.members[identifier] = counts[most] as number
    for (const shop of own) if (0 <= (groups[shop] as number)) counts[groups[shop] as number] = 0
  }
  return homes
}

/**
 * By identifier, the community that it is the own one of: where half of its shops are and two at least; −1 where there is none such. What two strangers share by coincidence is at home in no
 * ring, and what a ring shares is, even where the gate found too little beside it.
 */
export function ownersOf(
  incidence: Incidence,
  allowed: Uint8Array,
  communities: Int32Array,
): Int32Array {
  const { group, members } = homesOf(incidence, allowed, communities)
  return group.map((community, identifier) => {
    const inside = members[identifier] as number
    const isOwn = leastShops <= inside && leastOwn * degreeOf(incidence, identifier) <= inside
    return isOwn ? community : -1
  })
}

/** Counts shops by group; gives the group with most, the first of equals, −1 where there is no shop in any. */
function commonest(shops: Int32Array, groups: Int32Array, counts: Int32Array): number {
  let most = -1
  for (const shop of shops) {
    const group = groups[shop] as number
    if (group < 0) continue
    const count = (counts[group] as number) + 1
    counts[group] = count
    const best = most < 0 ? 0 : (counts[most] as number)
    if (best < count || (count === best && group < most)) most = group
  }
  return most
}
