import type { BareNode } from '../../server/contract/graph.ts'
import { statusAt } from '../../server/picture/lane-rows.ts'
import { referenceText } from '../scene/format.ts'

export type ShopStatus = 'open' | 'closed' | 'unknown'

/** Whether a shop trades at a date; unknown where no source dates its life, undefined for what is no shop. */
export function shopStatus(node: BareNode, asOf: string): ShopStatus | undefined {
  if (node.kind !== 'Shop') return undefined
  const dated = node.lives.some(({ from, to, ended }) => from ?? to ?? ended)
  if (!dated) return 'unknown'
  return statusAt(node, asOf) === 'closed' ? 'closed' : 'open'
}

export interface Span {
  readonly from: string | undefined
  /** Absent while it goes on, and where nobody recorded an end. */
  readonly to: string | undefined
}

/** From when to when a thing is known to have been: the lives of a shop, the sightings of anything else. */
export function spanOf({ kind, lives, firstSeen, lastSeen }: BareNode): Span {
  if (kind !== 'Shop') return { from: firstSeen, to: lastSeen }
  const begun = lives.flatMap(({ from }) => from ?? [])
  const goesOn = lives.some(({ to }) => to === undefined)
  const ended = goesOn ? [] : lives.flatMap(({ to }) => to ?? [])
  return { from: begun.toSorted()[0], to: ended.toSorted().at(-1) }
}

/** The marketplace of a shop. */
export function platformOf({ kind, key, properties }: BareNode): string | undefined {
  if (kind !== 'Shop') return undefined
  const { platform } = properties
  if (typeof platform === 'string' && platform !== '') return platform
  return referenceText(key).split(' / ')[0]
}

export function countryOf({ properties }: BareNode): string | undefined {
  const { country } = properties
  return typeof country === 'string' && country !== '' ? country : undefined
}
