import type { Genericness } from '../domain/generic.ts'
import type { Channel } from '../domain/link.ts'
import { dateOf } from './held-days.ts'

/** So many new controllers within so many days make a value generic. */
export interface FastRule {
  readonly controllers: number
  readonly days: number
}

const usual: FastRule = { controllers: 5, days: 90 }

/**
 * The published "auto-generic" idea, by channel: a value that several strangers take up at about one time is an agent's, a warehouse's or a proxy's.
 * Not for names, which nobody takes up, nor for factories, whose dealers come in waves.
 */
export const takenUpFast: Readonly<Partial<Record<Channel, FastRule>>> = {
  id_number: usual,
  phone: usual,
  email: usual,
  messenger: usual,
  device: usual,
  domain: usual,
  tracking_id: usual,
  network: usual,
  account: usual,
  origin: usual,
}

/** The days of a take-up are not one day told five times. */
const leastDistinctDays = 3

/** One shop with the value; days since 1970-01-01. */
export interface Holding {
  /** Its controller, as far as shops can be put together. */
  readonly group: number
  /** First seen; undefined where nobody knows. */
  readonly first: number | undefined
  readonly last: number
  /** Whether the shop began to use it then, and whether it can be told from the other holders. */
  readonly takenUp: boolean
}

/**
 * Since when and why a value says nothing: the day on which its `from`-th controller was seen with it, or its fifth new one within 90 days if that
 * came before. A seller who comes back uses one account in one shop after the other and is no crowd, so only controllers that still have the value on that
 * day count as new, and only where the day on which they took it up is known. Undefined when it is not generic.
 */
export function genericSince(
  holdings: readonly Holding[],
  { from, fast }: { readonly from: number; readonly fast: FastRule | undefined },
): Genericness | undefined {
  const controllers = byController(holdings)
  const many = from <= controllers.length ? manySince(controllers, from) : undefined
  const soon = fast === undefined ? undefined : takenUpSince(controllers, fast)
  if (soon === undefined || (many?.day !== undefined && many.day <= soon.day))
    return many && { ...sinceOf(many.day), reason: 'holders', holders: controllers.length }
  return {
    ...sinceOf(soon.day),
    reason: 'taken_up_fast',
    holders: controllers.length,
    controllersIn90Days: soon.controllers,
  }
}

type Controller = Omit<Holding, 'group'>

function byController(holdings: readonly Holding[]): readonly Controller[] {
  const controllers = new Map<number, Controller>()
  for (const { group, ...own } of holdings) {
    const known = controllers.get(group)
    controllers.set(group, known === undefined ? own : together(known, own))
  }
  return [...controllers.values()]
}

/** One of two shops whose beginning with the value is unknown may have had it before the other. */
function together(a: Controller, b: Controller): Controller {
  const last = Math.max(a.last, b.last)
  if (a.first === undefined || b.first === undefined)
    return { first: undefined, last, takenUp: false }
  const earlier = b.first < a.first || (b.first === a.first && b.takenUp) ? b : a
  return { ...earlier, last }
}

function manySince(
  controllers: readonly Controller[],
  from: number,
): { readonly day: number | undefined } {
  const days = controllers.flatMap(({ first }) => (first === undefined ? [] : [first]))
  return { day: days.toSorted((a, b) => a - b)[from - 1] }
}

function takenUpSince(
  controllers: readonly Controller[],
  fast: FastRule,
): { readonly day: number; readonly controllers: number } | undefined {
  const taken = controllers
    .flatMap(({ first, last, takenUp }) =>
      takenUp && first !== undefined ? [{ first, last }] : [],
    )
    .toSorted((a, b) => a.first - b.first)
  for (const [n, { first: day }] of taken.entries()) {
    const begin = taken.findIndex(({ first }) => day - fast.days <= first)
    const beside = taken.slice(begin, n + 1).filter(({ last }) => day <= last)
    const days = new Set(beside.map(({ first }) => first))
    if (fast.controllers <= beside.length && leastDistinctDays <= days.size)
      return { day, controllers: beside.length }
  }
  return undefined
}

function sinceOf(day: number | undefined): Pick<Genericness, 'since'> {
  return day === undefined ? {} : { since: dateOf(day) }
}
