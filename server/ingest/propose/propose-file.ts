import type { FieldGuess, FileChoice, GuessReason, ProposedFile } from '../../domain/proposal.ts'
import { type FileReading, type RecordKind, recordKinds } from '../../domain/record.ts'
import type { ColumnSource } from '../dataset-schema.ts'
import { fieldsOf } from '../fields.ts'
import type { StatedReading } from '../how-to-read.ts'
import { normaliseDomain } from '../normalise/domain.ts'
import { isRefused } from '../normalise/normal.ts'
import { schemeIn } from './account-schemes.ts'
import { headerWord, kindWords } from './field-words.ts'
import { type Guesses, guessFields } from './guess-fields.ts'
import type { SampledColumn } from './read-column.ts'

/** The beginning of a file, as far as it was looked at. */
export interface SampledFile {
  readonly file: string
  readonly columns: readonly SampledColumn[]
  readonly rowsLookedAt: number
  /** Columns that are lists of objects. */
  readonly lists: readonly string[]
  readonly reading: FileReading
  /** What a person said of how it is written. */
  readonly stated: Omit<StatedReading, 'file'>
}

/** What a file seems to be, with its entry for `dataset.json`. */
export interface FileProposal {
  readonly proposed: ProposedFile
  readonly entry: StatedReading & {
    readonly kind: RecordKind
    readonly columns: Readonly<Record<string, ColumnSource>>
    readonly constants: Readonly<Record<string, string>>
  }
}

/** Takes a file for the kind whose fields its columns fit best, or for the one that a person chose, with the columns that a person placed. */
export function proposeFile(sampled: SampledFile, choice: Partial<FileChoice> = {}): FileProposal {
  const ranked = rankKinds(sampled)
  const kind = choice.kind ?? ranked[0]?.kind ?? 'shop'
  const guesses = guessFields(kind, sampled.columns, choice)
  const constants = assumed(kind, guesses, sampled)
  const { file, columns, rowsLookedAt, lists, reading } = sampled
  return {
    proposed: {
      ...{ file, kind, rowsLookedAt, reading },
      ...(0 < lists.length && { lists: [...lists] }),
      otherKinds: ranked.map((one) => one.kind).filter((other) => other !== kind),
      columns: columns.map(({ column }) => column),
      knownFields: Object.entries(fieldsOf[kind]).map(([field, { required, multiple }]) => ({
        ...{ field, required, multiple },
      })),
      fields: [...guesses.fields],
      notPlaced: [...guesses.notPlaced],
      missing: guesses.missing.filter((field) => !(field in constants)),
      assumed: { ...constants },
    },
    entry: { file, ...sampled.stated, kind, columns: guesses.sources, constants },
  }
}

interface Ranked {
  readonly kind: RecordKind
  readonly guesses: Guesses
  readonly worth: number
}

/** Kinds of which anything fits, best first; of two alike, the one that stands first in the model. */
function rankKinds({ file, columns, reading }: SampledFile): Ranked[] {
  return recordKinds
    .map((kind) => {
      const guesses = guessFields(kind, columns)
      const named = namesKind(kind, file) || namesKind(kind, reading.sheet ?? '')
      return { kind, guesses, worth: worthOf(kind, guesses) + (named ? nameWorth : 0) }
    })
    .filter(({ guesses, worth }) => 0 < guesses.fields.length && 0 < worth)
    .toSorted((a, b) => b.worth - a.worth)
}

/** What each placed column says for a kind; a required field that nothing gives says as much against it. Set by hand. */
const worths: Readonly<Record<GuessReason, number>> = {
  ...{ name: 2, word: 1.5, part: 1, content: 1 },
  chosen: 2,
}
const missingWorth = 2
const nameWorth = 3

function worthOf(kind: RecordKind, { fields, missing }: Guesses): number {
  const found = fields.filter(isFirstPart).reduce((sum, { reason, field }) => {
    const required = fieldsOf[kind][field]?.required ? 1.5 : 1
    return sum + worths[reason] * required
  }, 0)
  return found - missing.filter((field) => field !== 'platform').length * missingWorth
}

/** An address in many columns says no more of the rows than one in one. */
function isFirstPart({ part, field }: FieldGuess, place: number, all: readonly FieldGuess[]) {
  return part === undefined || all.findIndex((own) => own.field === field) === place
}

function namesKind(kind: RecordKind, name: string): boolean {
  const parts = name
    .replace(/\.[a-z.]+$/i, '')
    .split(/[^\p{L}\p{N}]+/u)
    .map(headerWord)
  const words = [headerWord(kind), ...(kindWords[kind]?.split(' ') ?? [])]
  return words.some(
    (word) => parts.includes(word) || (/\p{Script=Han}/u.test(word) && name.includes(word)),
  )
}

/** One value for all rows of a field that no column gives: a platform can be told so by the addresses of its shops, and the scheme of accounts by the header over them. */
function assumed(
  kind: RecordKind,
  guesses: Guesses,
  { columns }: SampledFile,
): Readonly<Record<string, string>> {
  return { ...platformOf(kind, guesses, columns), ...schemeOf(kind, guesses) }
}

function schemeOf(kind: RecordKind, { fields }: Guesses) {
  const accounts = fields.filter(({ field }) => field === 'account')
  const [scheme, ...others] = new Set(accounts.map(({ column }) => schemeIn(column)))
  const isGiven = fields.some(({ field }) => field === 'account_scheme')
  if (scheme === undefined || 0 < others.length || isGiven || !('account_scheme' in fieldsOf[kind]))
    return {}
  return { account_scheme: scheme }
}

function platformOf(
  kind: RecordKind,
  { missing, fields }: Guesses,
  columns: readonly SampledColumn[],
) {
  if (!missing.includes('platform') || !('platform' in fieldsOf[kind])) return {}
  const addresses = columns.find(
    ({ column }) => column === fields.find(({ field }) => field === 'url')?.column,
  )
  const platforms = new Set(addresses?.values.map(siteOf))
  const [only] = platforms
  return platforms.size === 1 && only !== undefined ? { platform: only } : {}
}

/** `https://shop88.taobao.com/a` → `taobao.com`. */
function siteOf(address: string): string | undefined {
  const domain = normaliseDomain(address)
  return isRefused(domain) ? undefined : domain.value.split('.').slice(-2).join('.')
}
