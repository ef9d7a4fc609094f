import type { ChannelRule } from './channel.ts'
import type { ChannelColumn } from './encode.ts'

/** By value of a shop, its keys by rank; undefined where the value has none. */
export type KeysOfValues = readonly ReturnType<ChannelRule['keys']>[]

const known = new WeakMap<ChannelColumn['values'], (KeysOfValues | undefined)[]>()

/** The keys of a shop's values in one channel, worked out when they are first asked for: few shops are asked for, and those again and again. */
export function keysOfValues({ rule, values }: ChannelColumn, shop: number): KeysOfValues {
  const lists = known.get(values) ?? new Array<KeysOfValues | undefined>(values.shops)
  known.set(values, lists)
  const own = lists[shop] ?? values.of(shop).map((value) => rule.keys(value))
  lists[shop] = own
  return own
}
