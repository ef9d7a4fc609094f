import { compareText } from '../domain/canonical.ts'
import type { FieldValue, SourceRecord } from '../domain/record.ts'
import { round } from './geometry.ts'
import type { Row } from './lane-rows.ts'
import type { ShapeStyle } from './shape.ts'
import type { TimeScale } from './time-scale.ts'
import type { Words } from './words.ts'

/** Something that was noted of a shop on a day: a test buy with its result, or a complaint. */
export interface Mark {
  readonly row: Row
  readonly x: number
  readonly style: Extract<ShapeStyle, 'test-buy' | 'test-buy-counterfeit' | 'complaint'>
  readonly hint: string
  readonly ghost: boolean
}

export function marksOf(
  events: readonly SourceRecord[],
  rows: readonly Row[],
  scale: TimeScale | undefined,
  { words, asOf }: { words: Words; asOf: string },
): readonly Mark[] {
  if (scale === undefined) return []
  const rowOf = new Map(rows.map((row) => [readable(row.shop.key), row]))
  return events
    .toSorted((a, b) => compareText(a.hash, b.hash))
    .flatMap((event) => {
      const noted = read(event, words)
      const row = noted && rowOf.get(noted.shop)
      if (noted === undefined || row === undefined) return []
      const { date, style, hint } = noted
      return [{ row, style, hint, x: round(scale.x(date)), ghost: asOf < date }]
    })
}

interface Noted {
  readonly shop: string
  readonly date: string
  readonly style: Mark['style']
  readonly hint: string
}

function read({ kind, fields }: SourceRecord, words: Words): Noted | undefined {
  if (kind === 'test_buy') {
    const date = [fields.verified_on, fields.received_on, fields.ordered_on]
      .map(dateOf)
      .find((found) => found !== undefined)
    if (date === undefined) return undefined
    const result = textOf(fields.result) || '?'
    return {
      shop: readable(`${textOf(fields.platform)}/${textOf(fields.shop_id)}`),
      date,
      style: result === 'counterfeit' ? 'test-buy-counterfeit' : 'test-buy',
      hint: words.testBuy(result, date),
    }
  }
  const date = dateOf(fields.on)
  if (kind !== 'event' || date === undefined || textOf(fields.event) !== 'complaint')
    return undefined
  return {
    shop: readable(textOf(fields.subject)),
    date,
    style: 'complaint',
    hint: words.complaint(date),
  }
}

/** A shop as sources and keys name it, made comparable: `platform/id` in lower case. */
function readable(reference: string): string {
  const bare = reference.replace(/^shop:/, '').toLowerCase()
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}

function dateOf(value: FieldValue | undefined): string | undefined {
  const date = textOf(value).slice(0, 10)
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined
}

function textOf(value: FieldValue | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? ''
}
