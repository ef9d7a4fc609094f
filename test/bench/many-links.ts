import type { GraphNode } from '../../server/domain/graph.ts'
import type { Channel, Link } from '../../server/domain/link.ts'
import { families } from '../../server/domain/link.ts'
import { mulberry32 } from '../../server/domain/random.ts'
import {
  type Bits,
  IsoDate,
  type Probability,
  probabilityToBits,
} from '../../server/domain/units.ts'

export interface ManyLinks {
  readonly shops: readonly GraphNode[]
  readonly links: readonly Link[]
}

/** Shops in a hundred that are linked with others. */
const inRings = 0.3
/** So many days, and shops open on one of them. */
const days = Array.from({ length: 1_500 }, (_, day) =>
  IsoDate.parse(new Date(Date.UTC(2021, 0, 1 + day)).toISOString().slice(0, 10)),
)
const channels: readonly (readonly Channel[])[] = [
  ['phone', 'registrant'],
  ['account', 'email'],
  ['account'],
  ['images', 'phone'],
]

/**
 * Links as linkage would write them among so many shops, with no more of a ledger than rings read: three shops in ten in wholes, most of them small, each shop linked to the one before it and half of them to
 * another; one in a hundred of them is linked with another whole. The same seed gives the same links.
 */
export function manyLinks(shops: number, seed: number): ManyLinks {
  const random = mulberry32(seed)
  const keys = Array.from({ length: shops }, (_, n) => `shop:test/${String(n).padStart(7, '0')}`)
  const links: Link[] = []
  const linked = Math.floor(inRings * shops)
  const link = (a: number, b: number) => {
    if (a !== b) links.push(linkOf(keys[Math.min(a, b)] ?? '', keys[Math.max(a, b)] ?? '', random))
  }
  for (let first = 0; first < linked; ) {
    const end = Math.min(linked, first + sizeOf(random))
    for (let shop = first + 1; shop < end; shop++) {
      link(shop, shop - 1)
      if (random() < 0.5 && first < shop - 1)
        link(shop, first + Math.floor(random() * (shop - first - 1)))
      if (random() < 0.01) link(shop, Math.floor(random() * linked))
    }
    first = end
  }
  return { shops: keys.map((key) => shopOf(key, random)), links }
}

/** As in generated worlds, where seven rings in ten have two shops; one in a hundred may have up to 60. */
function sizeOf(random: () => number): number {
  const dealt = random()
  if (dealt < 0.7) return 2
  return dealt < 0.99 ? 3 + Math.floor(-2 * Math.log(1 - random())) : 3 + Math.floor(58 * random())
}

const nothing: never[] = []
const noProperties = {}

function shopOf(key: string, random: () => number): GraphNode {
  const from = days[Math.floor(random() * days.length)]
  const lives = [{ began: 'opened' as const, ...(from !== undefined && { from }) }]
  return { key, kind: 'Shop', name: key, properties: noProperties, lives, records: nothing }
}

function linkOf(from: string, to: string, random: () => number): Link {
  const probability = (0.5 + 0.4999 * random() ** 0.3) as Probability
  const bits = probabilityToBits(probability)
  const by = channels[Math.floor(random() * channels.length)] ?? []
  return {
    from,
    to,
    kind: 'same_controller',
    probability,
    bits,
    channels: [...by],
    ledger: ledgerOf(by, bits, probability, Math.floor(1_000 * random())),
  }
}

function ledgerOf(
  by: readonly Channel[],
  total: Bits,
  probability: Probability,
  value: number,
): Link['ledger'] {
  const worth = (8 / by.length) as Bits
  return {
    prior: { bits: 0 as Bits, oneIn: 1 },
    bars: by.map((channel) => {
      const side = { literal: 'x', key: `${channel}:${value}`, records: nothing }
      const sure = { level: 'same', a: side, b: side, m: 0.5, u: 0.01, holders: 2, generic: false }
      const weights = { rawBits: worth, beta: 1, damping: 1, bits: worth }
      return { channel, family: families[channel], ...sure, ...weights }
    }),
    calibration: { bits: 0 as Bits, model: 'made', labels: 0 },
    total,
    probability,
    unknown: nothing,
    standsOn: nothing,
    decisions: nothing,
  }
}
