import type { GraphEdge } from '../domain/graph.ts'
import type { IsoDate } from '../domain/units.ts'
import { signs } from './activity.ts'
import { foldText } from './fold-text.ts'

/** A shop that went on under somebody else. */
export interface Handover {
  /** The last day on which anything of the former holder was seen. */
  readonly until: IsoDate
  /** The first day on which anything of the new holder was seen. */
  readonly since: IsoDate
}

/** A new registrant and one other thing, or that many things where no registrant is known, have to be new at once. */
const leastReplaced = 2
const leastWithoutRegistrant = 3

/**
 * By shop key, the days on which everything that shows who runs it was exchanged at once: no registrant, contact, account or origin was seen both before and after,
 * and of several kinds there is another one on either side. Accounts are bought and laid by (EUIPO 2017, "Research on online business models infringing
 * intellectual property rights", phase 2: three suspect shops in four), and a source seldom says so.
 */
export function handoversOf(edges: readonly GraphEdge[]): ReadonlyMap<string, readonly Handover[]> {
  const ofShop = new Map<string, Sign[]>()
  for (const edge of edges) {
    const sign = signOf(edge)
    if (sign === undefined) continue
    const own = ofShop.get(edge.from)
    if (own === undefined) ofShop.set(edge.from, [sign])
    else own.push(sign)
  }
  const found = new Map<string, readonly Handover[]>()
  for (const [shop, own] of ofShop) {
    const handovers = leastReplaced * 2 <= own.length ? handoversAmong(own) : []
    if (0 < handovers.length) found.set(shop, handovers)
  }
  return found
}

interface Sign {
  /** `REGISTERED_TO`, `phone`, `email`, … */
  readonly kind: string
  /** As it compares: a person stays one whether or not a number is given. */
  readonly value: string
  readonly first: IsoDate
  readonly last: IsoDate
}

function signOf({ type, to, properties, firstSeen, lastSeen }: GraphEdge): Sign | undefined {
  if (firstSeen === undefined || !signs.has(type)) return undefined
  const kind = type === 'REACHED_AT' ? to.slice(to.indexOf(':') + 1, to.indexOf('/')) : type
  const { name } = properties
  const value = type === 'REGISTERED_TO' && typeof name === 'string' ? foldText(name) : to
  return { kind, value, first: firstSeen, last: lastSeen ?? firstSeen }
}

/** Between two signs that follow each other in time lies a handover when nothing reaches across and enough is new. */
function handoversAmong(signsOfShop: readonly Sign[]): readonly Handover[] {
  const inTime = signsOfShop.toSorted((a, b) =>
    a.first < b.first ? -1 : Number(b.first < a.first),
  )
  const found: Handover[] = []
  let begun = 0
  let until = inTime[0]?.last
  for (const [n, { first, last }] of inTime.entries()) {
    if (until === undefined) break
    if (until < first && isReplaced(inTime.slice(begun, n), inTime.slice(n))) {
      found.push({ until, since: first })
      begun = n
    }
    if (until < last) until = last
  }
  return found
}

function isReplaced(before: readonly Sign[], after: readonly Sign[]): boolean {
  const former = byKind(before)
  const later = byKind(after)
  let replaced = 0
  for (const [kind, values] of former) {
    const own = later.get(kind)
    if (own === undefined) continue
    for (const value of values) if (own.has(value)) return false
    replaced++
  }
  const named = former.has('REGISTERED_TO') && later.has('REGISTERED_TO')
  return (named ? leastReplaced : leastWithoutRegistrant) <= replaced
}

function byKind(signsOfShop: readonly Sign[]): ReadonlyMap<string, ReadonlySet<string>> {
  const kinds = new Map<string, Set<string>>()
  for (const { kind, value } of signsOfShop)
    kinds.set(kind, (kinds.get(kind) ?? new Set()).add(value))
  return kinds
}
