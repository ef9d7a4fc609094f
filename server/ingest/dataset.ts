import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

import type { CountryCode } from 'libphonenumber-js/max'
import type { z } from 'zod'

import type { FileReading, RecordKind } from '../domain/record.ts'
import { refusal } from '../domain/refusals.ts'
import type { IsoDate } from '../domain/units.ts'
import { DatasetDescription, type FileEntry } from './dataset-schema.ts'
import type { Mapping } from './mapping.ts'
import { openDataFile } from './open-file.ts'
import { asParts, describedTwice } from './parts-of-one-file.ts'
import type { Dialect } from './readers/dialect.ts'
import type { Encoding } from './readers/encodings.ts'
import type { HeaderPlace } from './readers/header-place.ts'

/** A dataset whose description holds together: every file is there and its columns give what its records need. */
export interface Dataset {
  readonly name: string
  /** Who made it: the `source` of its description. */
  readonly origin: string
  readonly licence: string
  readonly asOf: IsoDate
  readonly timeZone: string
  readonly phoneRegion: CountryCode | undefined
  readonly collectedUnder: string | undefined
  readonly storedIn: string | undefined
  readonly mayGoTo: readonly string[] | undefined
  /** Absolute path of the folder that holds its dataset.json. */
  readonly folder: string
  readonly files: readonly DatasetFile[]
}

export interface DatasetFile extends Mapping {
  /** Path within the dataset, as its description writes it; of a further sheet of a workbook with the name of the sheet behind it. */
  readonly file: string
  /** Absolute path. */
  readonly path: string
  readonly kind: RecordKind
  readonly format: Format
  /** Stated in the description; detected when the file is read otherwise. */
  readonly encoding: Encoding | undefined
  /** How it is read, as far as its beginning tells. */
  readonly reading: FileReading
  readonly entry: FileEntry
}

export type Format =
  | ({ readonly type: 'delimited' } & Dialect & HeaderPlace)
  | { readonly type: 'ndjson'; readonly each?: string | undefined }
  | ({ readonly type: 'xlsx'; readonly sheet: string | undefined } & HeaderPlace)

/**
 * Opens a dataset: the folder that holds a dataset.json, or that file itself. Reads the description and the beginning of each file,
 * and throws a RefusalError for anything that cannot mean anything.
 */
export async function openDataset(path: string): Promise<Dataset> {
  const description = await findDescription(path)
  const folder = dirname(description)
  const { files, ...terms } = await readDescription(description, DatasetDescription)
  refuseRepeatedFiles(files, description)
  const opened: DatasetFile[] = []
  for (const entry of files) opened.push(await openDataFile(folder, entry))
  return { ...datasetTerms(terms), folder, files: asParts(opened) }
}

/** What a description says of all its files together. */
export function datasetTerms({
  source,
  ...about
}: Omit<DatasetDescription, 'files'>): Omit<Dataset, 'folder' | 'files'> {
  return {
    ...about,
    origin: source,
    phoneRegion: about.phoneRegion,
    collectedUnder: about.collectedUnder,
    storedIn: about.storedIn,
    mayGoTo: about.mayGoTo,
  }
}

async function findDescription(path: string): Promise<string> {
  const absolute = resolve(path)
  const found = await stat(absolute).catch(() => undefined)
  if (found === undefined) {
    throw refusal('dataset-nowhere', { path })
  }
  if (!found.isDirectory()) {
    if (basename(absolute) === 'dataset.json') return absolute
    throw refusal('dataset-is-a-file', { path })
  }
  const description = join(absolute, 'dataset.json')
  const described = await stat(description).catch(() => undefined)
  if (described?.isFile()) return description
  throw refusal('description-missing', { path })
}

/** Reads a JSON file of a shape; throws a RefusalError that says where it is otherwise. */
export async function readDescription<T>(path: string, shape: z.ZodType<T>): Promise<T> {
  const text = await readFile(path, 'utf8')
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch (cause) {
    throw refusal('description-not-json', { path, because: (cause as Error).message }, { cause })
  }
  const parsed = shape.safeParse(value)
  if (parsed.success) return parsed.data
  throw refusal('description-invalid', { path, issues: issuesOf(parsed.error) })
}

const issuesShown = 3

function issuesOf({ issues }: z.ZodError): string {
  const shown = issues.slice(0, issuesShown).map(({ path, message }) => {
    const place = path
      .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
      .join('')
    return place === '' ? message : `${place.replace(/^\./, '')}: ${message}`
  })
  const more = issues.length - shown.length
  return shown.join('; ') + (more > 0 ? `; and ${more} more` : '')
}

function refuseRepeatedFiles(files: readonly FileEntry[], description: string): void {
  const twice = describedTwice(files)
  if (twice === undefined) return
  throw refusal('description-file-twice', { path: description, file: twice })
}
