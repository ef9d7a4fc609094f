import type { FieldGuess } from '../../domain/proposal.ts'
import type { OneColumn } from '../dataset-schema.ts'
import { decimalFormsOf } from '../decimal.ts'
import type { Field } from '../fields.ts'
import { type Transforms, transformer } from '../transforms.ts'
import { splitOf, takes } from './content-shapes.ts'
import { dateFormsOf, formOf, patternsIn } from './date-forms.ts'
import { sitesOf } from './platform-names.ts'
import { areTurnedRound } from './turned-round.ts'
import { meaningsOf } from './value-words.ts'

/** A column with the different values of the rows looked at, empty ones left out. */
export interface SampledColumn {
  readonly column: string
  readonly values: readonly string[]
}

/** How a column is read for a field, and what is said of it. */
export interface ReadColumn {
  readonly source: OneColumn
  readonly guess: Omit<FieldGuess, 'field' | 'column' | 'reason'>
}

/** Of a column, so many values are shown. */
export const samplesShown = 5

/** Works out what has to be done to the values of a column so that the field can take them. `date` is the pattern that a person chose, of those that its dates could be in. */
export function readColumn(
  {
    field,
    known,
    scheme,
  }: {
    readonly field: string
    readonly known: Field | undefined
    /** Of the accounts of this column alone. */
    readonly scheme?: string | undefined
  },
  { column, values }: SampledColumn,
  date: string | undefined,
): ReadColumn {
  const { couldBe, unsureDecimal, ...read } = stepsFor(field, known, values, date)
  const { date: patterns, split, ...others } = read
  const steps = { ...read, ...(scheme !== undefined && { prefix: `account:${scheme}/` }) }
  return {
    source: Object.keys(steps).length === 0 ? column : { column, ...steps },
    guess: {
      ...{ fits: fitting(known, steps, values), of: values.length },
      ...others,
      ...(split !== undefined && { split: [split].flat().join(' ') }),
      ...(patterns !== undefined && toldOfDays(values, patterns)),
      ...(scheme !== undefined && { scheme }),
      ...(couldBe !== undefined && { couldBe }),
      ...(unsureDecimal !== undefined && { unsureDecimal }),
      samples: values.slice(0, samplesShown),
    },
  }
}

function toldOfDays(values: readonly string[], patterns: string | readonly string[]) {
  const isTurned = areTurnedRound(values, [patterns].flat())
  return { date: formOf(patterns), ...(isTurned && { turnedRound: true as const }) }
}

type Steps = Pick<Transforms, 'date' | 'split' | 'map' | 'decimal'>

function stepsFor(
  field: string,
  known: Field | undefined,
  values: readonly string[],
  date: string | undefined,
): Steps & Pick<FieldGuess, 'couldBe' | 'unsureDecimal'> {
  if (known === undefined) return {}
  if (known.type === 'date') return dateSteps(dateFormsOf(values), date)
  if (numbers.includes(known.type)) return decimalSteps(values)
  const split = known.multiple ? splitOf(values, field) : undefined
  const map = field === 'platform' ? sitesOf(values) : meaningsOf(known.type, values)
  return { ...(split !== undefined && { split }), ...(0 < Object.keys(map).length && { map }) }
}

/** Which of several orders day and month are in is nothing to guess at. */
function dateSteps(forms: readonly string[], chosen: string | undefined) {
  const [only] = forms
  if (forms.length === 1 && only !== undefined) return { date: dateOf(only) }
  if (forms.length === 0) return {}
  const isOne = chosen !== undefined && forms.includes(chosen)
  return { ...(isOne && { date: dateOf(chosen) }), couldBe: [...forms] }
}

function dateOf(form: string): string | readonly string[] {
  const patterns = patternsIn(form)
  return patterns.length === 1 ? form : patterns
}

const numbers: readonly Field['type'][] = ['number', 'latitude', 'longitude']

/** A point is what is read where nothing is said. */
function decimalSteps(values: readonly string[]) {
  const { marks, unsure } = decimalFormsOf(values)
  if (unsure !== undefined) return { unsureDecimal: unsure }
  return marks.includes(',') ? { decimal: ',' as const } : {}
}

function fitting(field: Field | undefined, steps: Steps, values: readonly string[]): number {
  const type = field?.type ?? 'text'
  const read = transformer(steps, type)
  return values.filter((value) => {
    const pieces = read(value)
    return Array.isArray(pieces) && pieces.every((piece) => takes(type, piece))
  }).length
}
