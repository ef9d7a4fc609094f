import { diceFor, streams } from './dice.ts'
import { platforms } from './platforms.ts'

/** How often the records lack a channel, on the whole; platforms differ in what they ask for and show. */
const missing = {
  opened: 0.06,
  person: 0.15,
  number: 0.45,
  company: 0.4,
  phone: 0.2,
  email: 0.35,
  messenger: 0.5,
  device: 0.5,
  domain: 0.3,
  tracking: 0.3,
  account: 0.35,
  origin: 0.2,
  factory: 0.5,
  network: 0.5,
  listings: 0.12,
}
export type Channel = keyof typeof missing

/** No channel is on record always, or hardly ever, whatever the platform. */
const bounds = { least: 0.12, most: 0.55 }

/** Probability that a record of `platform` lacks a channel. */
export type Coverage = (platform: string, channel: Channel) => number

/** Each platform has each channel up to a third more or less often than the others. */
export function coverage(seed: number): Coverage {
  const channels = Object.keys(missing) as Channel[]
  const chances = new Map(
    platforms.map(({ name }, n) => {
      const dice = diceFor(seed, streams.platform, n)
      const ofPlatform = channels.map((channel): [Channel, number] => {
        const chance = missing[channel] * (2 / 3 + (2 / 3) * dice.real())
        return [channel, Math.min(bounds.most, Math.max(bounds.least, chance))]
      })
      return [name, new Map(ofPlatform)]
    }),
  )
  return (platform, channel) =>
    channel === 'opened' ? missing.opened : (chances.get(platform)?.get(channel) ?? 0)
}
