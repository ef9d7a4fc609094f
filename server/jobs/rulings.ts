import { FailureError } from '../domain/failure.ts'
import type { GenericRuling } from '../domain/generic.ts'
import { kindOf, type NodeKey, toKey } from '../domain/keys.ts'
import { dayOfMoment, type EpochMs } from '../domain/units.ts'
import type { GraphReads, Work } from '../store/port.ts'

/** What a person says of a value, as it comes in. */
export interface Ruled extends Pick<GenericRuling, 'value' | 'generic' | 'by' | 'because'> {
  readonly now: EpochMs
  /** Given once and never again. */
  readonly id: string
}

/**
 * Keeps a ruling on a value that the store holds; the next run goes by it. Throws a FailureError when there is no such value, or when what is named holds
 * values instead of being one.
 */
export async function rule(
  store: GraphReads & Work,
  { value, generic, by, because, now, id }: Ruled,
): Promise<GenericRuling> {
  const key = toKey(value) ?? value
  if ((await store.node(key)) === undefined)
    throw new FailureError(
      `Nothing in the store has the key ${value}; \`revenant export graph\` lists the keys that there are, such as contact:phone/+8613800138000.`,
    )
  const why = whyNoValue(key)
  if (why !== undefined) throw new FailureError(why)
  const on = dayOfMoment(now)
  const ruling = { id: rulingId(now, id), value: key, generic, by, on, because }
  await store.putRuling(ruling)
  return ruling
}

/** Why nothing can be ruled of a node, as a sentence; undefined when something can. */
export function whyNoValue(key: string): string | undefined {
  const kind = kindOf(key as NodeKey)
  if (kind !== 'Shop' && kind !== 'Ring') return undefined
  return `${key} is no value that shops share; name an account, a contact, an origin, a number or a factory.`
}

/** Ids sort by time, so that of two rulings on one day the later is the latest. */
function rulingId(now: EpochMs, id: string): string {
  return `${String(now).padStart(13, '0')}-${id}`
}
