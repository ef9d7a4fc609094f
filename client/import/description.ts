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

/** The values that are proposed for all rows of a file. */
export function constantsOf({ description }: Proposal): Constants {
  return Object.fromEntries(
    entriesOf(description).map(({ file, constants }) => [file, constants ?? {}]),
  )
}

/** The proposal as a `dataset.json`, with what the person said. Empty values are left out: they say nothing. */
export function describe(
  { description }: Proposal,
  { timeZone, phoneRegion, ...about }: About,
  constants: Constants,
): Record<string, unknown> {
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
  return requiredOf(file).filter((field) => !isPlaced(file, field) && (own[field] ?? '') === '')
}

/** Required fields that no column gives, so that one value for all rows has to. */
export function fieldsForAllRows(file: ProposedFile): string[] {
  return requiredOf(file).filter((field) => !isPlaced(file, field))
}

/** The choices for a file after one of its columns was put to a field, or nowhere (`''`); another that was put there before is guessed again. */
export function withColumn(choice: FileChoice, column: string, field: string): FileChoice {
  const others = Object.entries(choice.columns).filter(
    ([other, at]) => other !== column && (field === '' || at !== field),
  )
  return { ...choice, columns: { ...Object.fromEntries(others), [column]: field } }
}

/** The choices for a file after the order of day and month in one of its columns was said. */
export function withDate(choice: FileChoice, column: string, pattern: string): FileChoice {
  return { ...choice, dates: { ...choice.dates, [column]: pattern } }
}

function requiredOf({ knownFields }: ProposedFile): string[] {
  return knownFields.filter(({ required }) => required).map(({ field }) => field)
}

function isPlaced({ fields }: ProposedFile, field: string): boolean {
  return fields.some((guess) => guess.field === field)
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
