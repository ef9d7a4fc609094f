import type { Channel } from '../domain/link.ts'
import { channelTable } from './channels/table.ts'

/** How much of the learnt bits counts: when shops open and close, and what people found out, may show that they are too sure, or too modest. */
export interface Slopes {
  readonly alpha: number
  readonly prior: number
  readonly channels: Readonly<Partial<Record<Channel, number>>>
  readonly gap: number
  /** Labels that the slopes were fitted on; 0 means that they are what is usual elsewhere. */
  readonly labels: number
}

/** Slopes before anybody has labelled anything. */
export const usualSlopes: Slopes = { alpha: 0, prior: 1, channels: {}, gap: 1, labels: 0 }
const usual = 1

/** One slope for the prior and for all channels. Time keeps its own. */
export function uniformSlopes(alpha: number, slope: number): Slopes {
  const channels = Object.fromEntries(channelTable.map(({ channel }) => [channel, slope]))
  return { alpha, prior: slope, channels, gap: 1, labels: 0 }
}

/** What calibration adds to every pair, in bits: the prior itself is counted elsewhere. */
export function offsetOf({ alpha, prior }: Slopes, priorBits: number): number {
  return alpha + (prior - 1) * priorBits
}

export function slopeOf({ channels }: Slopes, channel: Channel): number {
  return channels[channel] ?? usual
}
