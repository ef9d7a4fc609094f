import { z } from 'zod'

import { Channel, Family } from '../domain/link.ts'
import type { StoredModel } from '../domain/run.ts'
import { Bits } from '../domain/units.ts'
import { channelTable } from './channels/table.ts'
import { gapBins } from './gap-bins.ts'
import { layoutOf } from './layout.ts'
import type { Model } from './model.ts'
import { untakenBits } from './untied.ts'
import type { ChannelWeights } from './weights.ts'

/** A model as plain JSON, every channel under its name. JSON writes each number so that it reads back as the same one; only −0 becomes 0. */
export function storeModel(model: Model): StoredModel {
  const channels = model.channels.map((own, place) => ({
    channel: channelTable[place]?.channel,
    ...own,
  }))
  const text = JSON.stringify({ ...model, channels }, (_key, value: unknown) =>
    value instanceof Float64Array ? [...value] : value,
  )
  return JSON.parse(text)
}

/**
 * The model that {@link storeModel} wrote down. Undefined when it was written for other channels or other levels than ours, or in another shape: its
 * numbers would then stand for something else.
 */
export function readModel(stored: StoredModel): Model | undefined {
  const read = Shape.safeParse(stored)
  if (!read.success || !fits(read.data)) return undefined
  const { channels, ...model } = read.data
  return { ...model, channels: channels.map(({ m, u, bits }) => ({ m, u, bits })) }
}

const Numbers = z.array(z.number()).transform((values) => Float64Array.from(values))
const Levels = z.strictObject({ m: Numbers, u: Numbers, bits: Numbers })

/** Strict, as what another version weighed beside it cannot be left out. */
const Shape = z.strictObject({
  name: z.string(),
  prior: Bits,
  channels: z.array(Levels.extend({ channel: z.string() })),
  dampings: z.strictObject({ within: z.partialRecord(Family, z.number()), across: Numbers }),
  gap: Levels,
  supply: z.strictObject({ channels: z.array(Levels), prior: Bits }),
  returnTimes: z.strictObject({ density: Numbers, background: z.number(), sisters: z.number() }),
  taken: Numbers,
  slopes: z.strictObject({
    alpha: z.number(),
    prior: z.number(),
    channels: z.partialRecord(Channel, z.number()),
    gap: z.number(),
    labels: z.number(),
  }),
})

function fits({
  channels,
  dampings,
  gap,
  returnTimes,
  supply,
  taken,
}: z.infer<typeof Shape>): boolean {
  const inOrder = channelTable.every((rule, place) => {
    const own = channels[place]
    return own?.channel === rule.channel && hasLevels(own, layoutOf(rule).levels)
  })
  return (
    inOrder &&
    channels.length === channelTable.length &&
    supply.channels.length === channelTable.length &&
    supply.channels.every((own, place) => own.bits.length === channels[place]?.bits.length) &&
    dampings.across.length === Family.options.length ** 2 &&
    hasLevels(gap, gapBins.length + 1) &&
    returnTimes.density.length === gapBins.length &&
    taken.length === untakenBits.length
  )
}

function hasLevels({ m, u, bits }: ChannelWeights, levels: number): boolean {
  return [m, u, bits].every(({ length }) => length === levels)
}
