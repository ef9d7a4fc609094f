import type { ChannelRule } from './channel.ts'
import type { ChannelColumn } from './encode.ts'
import { memories } from './remembering.ts'

/** By value of a shop, its keys by rank; undefined where the value has none. */
export type KeysOfValues = readonly ReturnType<ChannelRule['keys']>[]

const known = memories<ChannelColumn['values'], KeysOfValues>()

/** The keys of a shop's values in one channel, worked out when they are asked for: few shops are asked for, and those again and again. */
export function keysOfValues({ rule, values }: ChannelColumn, shop: number): KeysOfValues {
  return known(values, shop, (place) => values.of(place).map((value) => rule.keys(value)))
}
