import fc from 'fast-check'

import type { Decision } from '../../server/domain/decision.ts'
import type { GraphNode } from '../../server/domain/graph.ts'
import type { Life } from '../../server/domain/life.ts'
import { type Channel, families, type LedgerBar, type Link } from '../../server/domain/link.ts'
import {
  type Bits,
  type Days,
  daysBetween,
  type IsoDate,
  type Probability,
  probabilityToBits,
} from '../../server/domain/units.ts'

/** A shop that opened on a day, and closed for counterfeit when a second day is given. */
export function aShop(
  id: string,
  traits: { opened?: string; closed?: string; ended?: Life['ended']; name?: string } = {},
): GraphNode {
  const { opened, closed, ended = 'counterfeit', name = `Shop ${id}` } = traits
  const life: Life = {
    began: 'opened',
    ...(opened === undefined ? {} : { from: opened as IsoDate }),
    ...(closed === undefined ? {} : { to: closed as IsoDate, ended }),
  }
  return {
    key: shopKey(id),
    kind: 'Shop',
    name,
    properties: {},
    lives: opened === undefined && closed === undefined ? [] : [life],
    records: [],
  }
}

export function shopKey(id: string): string {
  return `shop:test/${id}`
}

interface LinkTraits {
  kind?: Link['kind']
  p?: number
  /** Channels that speak for it, each with 5 bits unless given. */
  by?: readonly Channel[]
  bits?: Partial<Record<Channel, number>>
  account?: string
  gap?: readonly [closed: string, opened: string, bits: number]
  decisions?: readonly Decision[]
}

/** A link between two shops of {@link aShop} that differs from every other only where the test says so. */
export function aLink(from: string, to: string, traits: LinkTraits = {}): Link {
  const { kind = 'same_controller', p = 0.9, by = ['phone', 'registrant'], decisions = [] } = traits
  const bars = by.map((channel) => aBar(channel, traits))
  const bits = probabilityToBits(p)
  return {
    from: shopKey(from),
    to: shopKey(to),
    kind,
    probability: p as Probability,
    bits,
    channels: [...by],
    ...gapDays(traits),
    ledger: {
      prior: { bits: 0 as Bits, oneIn: 1 },
      bars,
      ...gapOf(traits),
      calibration: { bits: 0 as Bits, model: 'test', labels: 0 },
      total: bits,
      probability: p as Probability,
      unknown: [],
      standsOn: [],
      decisions: [...decisions],
    },
  }
}

export function aDecision(verdict: Decision['verdict'], traits: Partial<Decision> = {}): Decision {
  return {
    id: `${verdict} ${traits.by ?? 'Lin'} ${traits.on ?? ''}`,
    a: 'a',
    b: 'b',
    verdict,
    basis: 'reviewed',
    by: 'Lin',
    on: '2026-01-01' as IsoDate,
    ...traits,
  }
}

function aBar(channel: Channel, { bits = {}, account = '1' }: LinkTraits): LedgerBar {
  const value = {
    literal: 'x',
    key: `${channel}:${channel === 'account' ? account : ''}`,
    records: [],
  }
  const worth = (bits[channel] ?? 5) as Bits
  return {
    channel,
    family: families[channel],
    level: 'same',
    a: value,
    b: value,
    m: 0.5,
    u: 0.01,
    holders: 2,
    generic: worth === 0,
    rawBits: worth,
    beta: 1,
    damping: 1,
    bits: worth,
  }
}

function gapDays({ gap }: LinkTraits): { gapDays?: Days } {
  return gap === undefined ? {} : { gapDays: daysBetween(gap[0] as IsoDate, gap[1] as IsoDate) }
}

function gapOf({ gap }: LinkTraits): Pick<Link['ledger'], 'gap'> {
  if (gap === undefined) return {}
  const [closed, opened] = [gap[0] as IsoDate, gap[1] as IsoDate]
  return { gap: { closed, opened, days: daysBetween(closed, opened), bits: gap[2] as Bits } }
}

const anyChannels = fc.uniqueArray(
  fc.constantFrom<Channel>('registrant', 'phone', 'email', 'account', 'origin', 'name'),
  { minLength: 1, maxLength: 3 },
)

/** Links among `shops` shops, dense enough that Louvain and the guard have close calls; sparse graphs never show a lost order. */
export function anyLinks(shops: number, count: { min: number; max: number }): fc.Arbitrary<Link[]> {
  const end = fc.integer({ min: 0, max: shops - 1 }).map((n) => String(n).padStart(2, '0'))
  const link = fc
    .record({
      from: end,
      to: end,
      kind: fc.constantFrom<Link['kind']>('came_back_as', 'same_controller', 'shares_supply'),
      p: fc.constantFrom(0.5, 0.8, 0.85, 0.85, 0.9, 0.95, 0.99),
      by: anyChannels,
      account: fc.constantFrom('1', '2', '3'),
      verdict: fc.option(fc.constantFrom<Decision['verdict']>('same', 'different'), { freq: 12 }),
    })
    .filter(({ from, to }) => from !== to)
    .map(({ from, to, verdict, ...traits }) =>
      aLink(from, to, {
        ...traits,
        decisions: verdict === null ? [] : [aDecision(verdict, { by: `who says ${verdict}` })],
      }),
    )
  return fc.uniqueArray(link, {
    minLength: count.min,
    maxLength: count.max,
    selector: ({ from, to, kind }) => `${from} ${to} ${kind}`,
  })
}

/** The same things in two orders. */
export function twoOrders<T>(arbitrary: fc.Arbitrary<T[]>): fc.Arbitrary<[T[], T[]]> {
  return arbitrary.chain((items) =>
    fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
  )
}
