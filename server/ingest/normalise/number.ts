import { plainText } from '../../domain/plain-text.ts'
import type { Normal } from './normal.ts'

/** A decimal number as its shortest text: `1,234.50` gives `1234.5`; no units, no currency signs. */
export function normaliseNumber(typed: string): Normal {
  const text = plainText(typed)
  const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)
  const plain = grouped ? text.replaceAll(',', '') : text
  const value = Number(plain)
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(plain) || !Number.isFinite(value)) {
    return { reason: 'number-invalid' }
  }
  return { value: String(value + 0) }
}
