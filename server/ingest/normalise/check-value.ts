import { plainText } from '../../domain/plain-text.ts'
import type { FieldType } from '../fields.ts'
import { normaliseDate } from './date.ts'
import { isRefused, type Normal } from './normal.ts'
import { normaliseNumber } from './number.ts'
import { remembered } from './remembered.ts'
import { normaliseUrl } from './url.ts'

/** The written form that a field's type gives a value, or why it cannot take it. Text passes as it is. */
export function checkValue(typed: string, type: FieldType, timeZone: string): Normal {
  switch (type) {
    case 'text':
      return { value: typed }
    case 'date': {
      const value = normaliseDate(typed, timeZone)
      return value === undefined ? { reason: 'date-invalid' } : { value }
    }
    case 'number':
      return normaliseNumber(typed)
    case 'latitude':
      return within(normaliseNumber(typed), 90)
    case 'longitude':
      return within(normaliseNumber(typed), 180)
    case 'url':
      return normaliseUrl(typed)
    case 'sha256':
      return /^[0-9a-f]{64}$/i.test(typed)
        ? { value: typed.toLowerCase() }
        : { reason: 'sha256-invalid' }
    default:
      return listed(typed, type)
  }
}

/** {@link checkValue} for one field of a file. Days and listed values are few and cost more to read than to find again. */
export function valueChecker(type: FieldType, timeZone: string): (typed: string) => Normal {
  const check = (typed: string) => checkValue(typed, type, timeZone)
  return type === 'date' || typeof type === 'object' ? remembered(check) : check
}

function within(number: Normal, limit: number): Normal {
  if (isRefused(number)) return number
  return Math.abs(Number(number.value)) <= limit ? number : { reason: 'number-invalid' }
}

/** One of the values of a list; case does not count, and a space or dash is as good as `_`. */
function listed(typed: string, options: readonly string[]): Normal {
  const text = plainText(typed).toLowerCase().replaceAll(/[ -]+/g, '_')
  const value = options.find((option) => option.toLowerCase() === text)
  return value === undefined ? { reason: 'value-unknown' } : { value }
}
