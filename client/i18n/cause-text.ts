import type { TFunction } from 'i18next'

import type { EventCause } from '../../server/contract/ring-history.ts'
import { probabilityText } from '../../server/picture/probability.ts'

/** One reason why a ring changed, as a sentence; shops and values by the names that the caller knows. */
export function causeText(
  t: TFunction,
  { cause, shops, value, before, after }: EventCause,
  nameOf: (key: string) => string,
): string {
  const [a, b] = shops
  const ends = { a: a === undefined ? '' : nameOf(a), b: b === undefined ? '' : nameOf(b) }
  const was = before === undefined ? t('causes.below') : probabilityText(before)
  const is = after === undefined ? t('causes.below') : probabilityText(after)
  const known = value === undefined ? '' : nameOf(value)
  return t(`causes.${a === undefined ? 'guard' : cause}`, { ...ends, was, is, value: known })
}
