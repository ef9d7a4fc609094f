import type { ChannelRule } from './channel.ts'
import type { ChannelColumn } from './encode.ts'
import { remembering } from './remembering.ts'

/** By value of a shop, its keys by rank; undefined where the value has none. */
export type KeysOfValues = readonly ReturnType<ChannelRule['keys']>[]

const known = new WeakMap<ChannelColumn['values'], (shop: number) => KeysOfValues>()

/** The keys of a shop's values in one channel, worked out when they are asked for: few shops are asked for, and those again and again. */
export function keysOfValues({ rule, values }: ChannelColumn, shop: number): KeysOfValues {
  const own =
    known.get(values) ?? remembering((place) => values.of(place).map((value) => rule.keys(value)))
  known.set(values, own)
  return own(shop)
}
