import type { ChannelRule } from '../channel.ts'
import { genericFrom } from '../generic.ts'

/** Both shops use one web domain, or one name under two endings or sub-domains. */
export const domain: ChannelRule = {
  channel: 'domain',
  carrier: { type: 'REACHED_AT', contactKinds: ['domain'] },
  levels: [
    {
      name: 'same',
      says: 'both use one web domain',
      m: 0.25,
      strangers: 0.005,
      growth: 2,
      genericFrom: genericFrom.Contact,
      finds: true,
      innocent: 'a shop builder or market place that hosts many',
    },
    {
      name: 'near',
      family: 'catalogue',
      says: 'the web domains carry one name under different endings or sub-domains',
      m: 0.08,
      strangers: 0.5,
      growth: 2,
      genericFrom: 8,
      finds: true,
      innocent: 'a common word, a squatter, or two tenants of one host',
    },
  ],
  differ: { inSequence: 0.67, together: 0.67 },
  keys: ({ parts }) => {
    const host = parts[1]?.replace(/^www\./u, '')
    return host === undefined ? undefined : [[host], [ownLabel(host)]]
  },
}

/** Second-level endings under which names are given out, as in `example.co.uk`. */
const sharedEndings = new Set(['co', 'com', 'net', 'org', 'gov', 'edu', 'ac'])

function ownLabel(host: string): string {
  const labels = host.split('.')
  const second = labels.at(-2) ?? host
  return labels.length > 2 && sharedEndings.has(second) ? (labels.at(-3) ?? second) : second
}
