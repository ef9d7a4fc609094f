import type { Dice } from './dice.ts'
import { coined, latinWord } from './names.ts'

/** What strangers share: how many of each there are grows with the market, how they are used falls off steeply (Zipf). */
export interface Market {
  /** An address at one of the parcel hubs. */
  hub(): string
  /** A village or a street, for addresses of one's own. */
  village(): string
  /** A merchant account that settles for many. */
  shell(): string
  /** The telephone of an agent who registers shops for others. */
  agentPhone(): string
  /** Id of a factory that anyone may buy from. */
  factory(): string
  /** Pictures and words that dealers pass around. */
  pack(): Pack
  readonly factories: readonly {
    readonly id: string
    readonly name: string
    readonly address: string
  }[]
}

export interface Pack {
  readonly images: readonly string[]
  readonly words: readonly string[]
}

/** Shops for each shared thing: 11,000 shops share about 60 hubs, 450 villages, 40 shells, 30 agents, 400 factories and 80 packs. */
const shopsPer = { hub: 180, village: 25, shell: 275, agent: 370, factory: 28, pack: 140 }

export function market(shops: number, dice: Dice): Market {
  const many = <T>(per: number, make: (n: number) => T): T[] =>
    Array.from({ length: Math.max(3, Math.round(shops / per)) }, (_, n) => make(n))
  const villages = many(shopsPer.village, () =>
    dice.chance(0.7)
      ? `${coined(dice)}${dice.pick(['村', '镇', '街', '里'])}`
      : `${latinWord(dice)} Road`,
  )
  const hubs = many(shopsPer.hub, (n) => `${dice.pick(villages)}集运站 ${n + 1} 号`)
  const shells = many(
    shopsPer.shell,
    (n) => `M-9${String(n).padStart(3, '0')}-${1000 + dice.int(9000)}`,
  )
  const agents = many(
    shopsPer.agent,
    (n) => `143 9${String(n).padStart(3, '0')} ${1000 + dice.int(9000)}`,
  )
  const factories = many(shopsPer.factory, (n) => ({
    id: `f${n + 1}`,
    name: `${coined(dice)}${dice.pick(['皮具厂', '制衣厂', '五金', '塑料', '电子厂'])}`,
    address: `${dice.pick(villages)}工业路 ${n + 1} 号`,
  }))
  const packs = many(shopsPer.pack, (n) => ({
    images: Array.from({ length: 40 + dice.int(60) }, (_, i) => `pack${n}-${i}`),
    words: Array.from({ length: 60 }, () => coined(dice)),
  }))
  return {
    hub: () => rare(hubs, dice),
    village: () => rare(villages, dice),
    shell: () => rare(shells, dice),
    agentPhone: () => rare(agents, dice),
    factory: () => rare(factories, dice).id,
    pack: () => rare(packs, dice),
    factories,
  }
}

/** One of the items, the first far more often than the last. */
function rare<T>(items: readonly T[], dice: Dice): T {
  const item = items[Math.floor(items.length ** dice.real()) - 1]
  return item ?? dice.pick(items)
}
