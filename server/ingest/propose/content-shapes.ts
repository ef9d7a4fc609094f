import { usccChecks } from '../../domain/uscc.ts'
import type { Field } from '../fields.ts'
import { checkValue } from '../normalise/check-value.ts'
import { normaliseEmail } from '../normalise/email.ts'
import { isRefused } from '../normalise/normal.ts'
import { normalisePhone } from '../normalise/phone.ts'
import { residentIdChecks } from '../normalise/resident-id.ts'
import { transformer } from '../transforms.ts'

/** What values look like so surely that a column may be known by them, by the field that takes such values, in order. */
const shapes: readonly { readonly fields: readonly string[]; fits(value: string): boolean }[] = [
  { fields: ['email'], fits: (value) => !isRefused(normaliseEmail(value)) },
  {
    fields: ['registrant_id', 'id_number', 'registration_number'],
    fits: (value) => usccChecks(value.toUpperCase()) || residentIdChecks(value),
  },
  { fields: ['phone', 'sender_phone'], fits: isTelephone },
  { fields: ['url'], fits: (value) => /^https?:\/\/\S+$/i.test(value) },
]

/** Of the values, so many must look like it. */
const most = 0.8
/** Two that look alike are an accident. */
const fewest = 3

/** The field, of those that may be had, whose values these look like. */
export function fieldByContent(
  values: readonly string[],
  free: (field: string) => boolean,
): string | undefined {
  if (values.length < fewest) return undefined
  const shape = shapes.find(
    ({ fits }) => most * values.length <= values.filter((value) => fits(value)).length,
  )
  return shape?.fields.find(free)
}

/** Chinese mobile numbers, and numbers that say their country. */
function isTelephone(value: string): boolean {
  const digits = value.replaceAll(/[\s()-]/g, '')
  if (/^1[3-9]\d{9}$/.test(digits)) return true
  return /^\+\d{8,15}$/.test(digits) && !isRefused(normalisePhone(value))
}

/** Whether the values are mostly Chinese mobile numbers. */
export function areChinesePhones(values: readonly string[]): boolean {
  const fitting = values.filter((value) =>
    /^(\+?86)?1[3-9]\d{9}$/.test(value.replaceAll(/[\s()-]/g, '')),
  )
  return 0 < fitting.length && most * values.length <= fitting.length
}

const between = ['、', '/', ';', '；', ',', '，']

/** What divides the several values of a cell, where it leaves whole ones: a mark, or several where cells hold more than one. Undefined where they have one each, or are divided by `|` as usual. */
export function splitOf(
  values: readonly string[],
  field: string,
): string | readonly string[] | undefined {
  const whole = shapes.find(({ fields }) => fields.includes(field))
  if (whole === undefined) return undefined
  const divides = (marks: readonly string[]) => {
    const split = transformer({ split: marks }, 'text')
    const several = values.filter((value) => marks.some((mark) => value.includes(mark)))
    return several.length > 0 && several.every((value) => areWhole(split(value), whole.fits))
  }
  const used = between.filter((mark) => values.some((value) => value.includes(mark)))
  return 1 < used.length && divides(used) ? used : used.find((mark) => divides([mark]))
}

function areWhole(
  pieces: ReturnType<ReturnType<typeof transformer>>,
  fits: (own: string) => boolean,
) {
  return Array.isArray(pieces) && pieces.every((piece) => fits(piece))
}

/** Whether a field of the type can take the value. */
export function takes(type: Field['type'], value: string): boolean {
  return !isRefused(checkValue(value, type, 'UTC'))
}
