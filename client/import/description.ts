import type { FileChoice, Proposal, ProposedFile } from '../../server/contract/uploads.ts'

/** What no file tells of a dataset and a person fills in. */
export interface About {
  readonly name: string
  readonly source: string
  readonly licence: string
  /** ISO 8601 day. */
  readonly asOf: string
  readonly timeZone: string
  /** ISO 3166-1 alpha-2, or nothing. */
  readonly phoneRegion: string
}

/** By file, then field: the one value that all its rows have. */
export type Constants = Readonly<Record<string, Readonly<Record<string, string>>>>
export type Choices = Readonly<Record<string, FileChoice>>

/** What is proposed of a dataset; where it was collected and under which licence is left to be said. */
export function aboutOf({ description }: Proposal): About {
  const text = (name: string) => String(description[name] ?? '')
  return {
    name: text('name'),
    source: '',
    licence: '',
    asOf: text('asOf'),
    timeZone: text('timeZone') || 'UTC',
    phoneRegion: text('phoneRegion'),
  }
}

/** The values for all rows of each file, of fields that no column gives: what a person typed, or else what is proposed. A field that a column came to give since has none. */
export function constantsOf({ description, files }: Proposal, typed: Constants): Constants {
  const proposed = new Map(entriesOf(description).map(({ file, constants }) => [file, constants]))
  return Object.fromEntries(
    files.map((own) => {
      const values = { ...proposed.get(own.file), ...typed[own.file] }
      const fields = fieldsForAllRows(own).map(({ field }) => [field, values[field] ?? ''] as const)
      return [own.file, Object.fromEntries(fields)]
    }),
  )
}

/** The proposal as a `dataset.json`, with what the person said. Empty values are left out: they say nothing. */
export function describe(
  proposal: Proposal,
  { timeZone, phoneRegion, ...about }: About,
  typed: Constants,
): Record<string, unknown> {
  const { description } = proposal
  const constants = constantsOf(proposal, typed)
  return {
    ...trimmed(about),
    ...(timeZone.trim() !== '' && { timeZone: timeZone.trim() }),
    ...(phoneRegion.trim() !== '' && { phoneRegion: phoneRegion.trim().toUpperCase() }),
    files: entriesOf(description).map(({ constants: _, ...entry }) => {
      const own = Object.entries(constants[entry.file] ?? {}).filter(([, value]) => value !== '')
      return { ...entry, ...(0 < own.length && { constants: Object.fromEntries(own) }) }
    }),
  }
}

/** Required fields of a file that neither a column nor one value for all rows gives. */
export function fieldsMissing(file: ProposedFile, constants: Constants): string[] {
  const own = constants[file.file] ?? {}
  const wanting = fieldsForAllRows(file).filter(
    ({ field, required }) => required && (own[field] ?? '') === '',
  )
  return wanting.map(({ field }) => field)
}

/** Fields that no column gives and one value for all rows does: those that are required, and those that something else in the file tells. */
export function fieldsForAllRows({ knownFields, fields, assumed }: ProposedFile) {
  return knownFields.filter(
    ({ field, required }) =>
      (required || field in assumed) && !fields.some((guess) => guess.field === field),
  )
}

/** The choices for a file after one of its columns was put to a field, or nowhere (`''`). Another that was put there before is guessed again, unless the field takes several values. */
export function withColumn(
  choice: FileChoice,
  column: string,
  { field, multiple }: Pick<ProposedFile['knownFields'][number], 'field' | 'multiple'>,
): FileChoice {
  const others = Object.entries(choice.columns).filter(
    ([other, at]) => other !== column && (field === '' || multiple || at !== field),
  )
  return { ...choice, columns: { ...Object.fromEntries(others), [column]: field } }
}

/** The choices for a file after the order of day and month in one of its columns was said. */
export function withDate(choice: FileChoice, column: string, pattern: string): FileChoice {
  return { ...choice, dates: { ...choice.dates, [column]: pattern } }
}

interface Entry {
  readonly file: string
  readonly constants?: Readonly<Record<string, string>>
}

/** Files of a description that the server has just made. */
function entriesOf(description: Proposal['description']): readonly Entry[] {
  return (description.files ?? []) as readonly Entry[]
}

function trimmed<T extends Readonly<Record<string, string>>>(texts: T): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.trim()]))
}
