/** What may stand before the decimals of a number (CSVW: `decimalChar`); the other one, a space or an apostrophe then divides its thousands. */
export const decimalMarks = [',', '.'] as const
export type DecimalMark = (typeof decimalMarks)[number]

const forms: Readonly<Record<DecimalMark, RegExp>> = {
  ',': /^[+-]?([1-9]\d{0,2}([.\s'’]\d{3})+|\d+)(,\d+)?$/u,
  '.': /^[+-]?([1-9]\d{0,2}([,\s'’]\d{3})+|\d+)(\.\d+)?$/u,
}

/** A number that is written with the mark, in digits with a point: `1.234,50` gives `1234.50`. Undefined for what is not written so. */
export function pointed(text: string, mark: DecimalMark): string | undefined {
  const trimmed = text.trim()
  if (!forms[mark].test(trimmed)) return undefined
  const [whole = '', decimals] = trimmed.split(mark)
  const digits = whole.replaceAll(/[^\d+-]/gu, '')
  return decimals === undefined ? digits : `${digits}.${decimals}`
}

/** How numbers may be written: with which marks all of them can be, and one that would be another number with the other mark. */
export interface DecimalForms {
  readonly marks: readonly DecimalMark[]
  readonly unsure: string | undefined
}

/**
 * Finds out with which mark numbers are written. `12,50` and `12.5` are of one each, and tell for the column; `1.299` and `1,299` may be of both. No mark is found where some are of one and some of the other.
 */
export function decimalFormsOf(values: readonly string[]): DecimalForms {
  const read = values
    .map((value) => ({ value, comma: pointed(value, ','), point: pointed(value, '.') }))
    .filter(({ comma, point }) => comma !== point)
  const marks = decimalMarks.filter((mark) =>
    read.every(({ comma, point }) => (mark === ',' ? comma : point) !== undefined),
  )
  if (read.length === 0) return { marks: [], unsure: undefined }
  return { marks, unsure: marks.length === 2 ? read[0]?.value : undefined }
}
