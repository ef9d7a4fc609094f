import { basename, extname } from 'node:path'

import type { FileReading } from '../domain/record.ts'
import { refusal } from '../domain/refusals.ts'
import type { Format } from './dataset.ts'
import type { FileEntry } from './dataset-schema.ts'
import { headerWords } from './propose/header-words.ts'
import { bytesOf, isGzip } from './readers/bytes.ts'
import { type Delimiter, detectDialect, firstRows } from './readers/dialect.ts'
import { detectEncoding, type Encoding } from './readers/encodings.ts'
import { findHeader, type HeaderPlace } from './readers/header-place.ts'
import { rowsLookedAt } from './readers/title-rows.ts'
import { firstXlsxRows, mergedDownIn, sheetNames } from './readers/xlsx/read-sheet.ts'

/** What a description may say of how a file is written; the rest is found out. */
export type StatedReading = Pick<
  FileEntry,
  'file' | 'each' | 'delimiter' | 'quote' | 'encoding' | 'sheet' | 'skipRows' | 'headerRowCount'
>

/** How a file becomes rows. */
export interface HowToRead {
  readonly format: Format
  /** Of its beginning, where it was not stated: later bytes may say more. */
  readonly encoding: Encoding
  readonly reading: FileReading
}

/** Enough to see the header, or the first objects, in their encoding. */
const beginningBytes = 64 * 1024

/** Finds out how a file is to be read, from its name, what is stated of it and its beginning; throws a RefusalError for one that is of no kind that is read. */
export async function howToRead(path: string, stated: StatedReading): Promise<HowToRead> {
  const kind = kindOf(stated.file)
  const { each } = stated
  if (each !== undefined && kind !== 'ndjson')
    throw refusal('file-without-lists', { file: stated.file, each })
  if (kind === 'xlsx') return asWorkbook(path, stated)
  const encoding = stated.encoding ?? (await detectEncoding(path, beginningBytes))
  const packed = (await isGzip(path)) ? ({ packed: 'gzip' } as const) : {}
  const reading = { ...packed, encoding, stated: statedOf(stated) }
  if (kind === 'ndjson') {
    const list = each === undefined ? {} : { each }
    return {
      format: { type: kind, ...list },
      encoding,
      reading: { format: kind, ...list, ...reading },
    }
  }
  const beginning = await beginningOf(path, encoding)
  const dialect = detectDialect(beginning, kind, definite(stated))
  const place = findHeader(firstRows(beginning, dialect), stated, headerWords)
  return {
    format: { type: 'delimited', ...dialect, ...place },
    encoding,
    reading: { format: 'delimited', ...reading, ...dialect, ...told(place) },
  }
}

/** By the ending of a name, that of packing left out: what is usual between the cells, or another kind of file. */
const kinds: Readonly<Record<string, Delimiter | 'ndjson' | 'xlsx'>> = {
  '.csv': ',',
  '.txt': ',',
  '.tsv': '\t',
  '.tab': '\t',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.xlsx': 'xlsx',
  '.xlsm': 'xlsx',
}

/** By ending, what is said of kinds that are not read but can be saved as ones that are. */
const otherKinds: Readonly<Record<string, 'file-other-spreadsheet' | 'file-not-by-line'>> = {
  '.xls': 'file-other-spreadsheet',
  '.xlsb': 'file-other-spreadsheet',
  '.ods': 'file-other-spreadsheet',
  '.json': 'file-not-by-line',
}

function kindOf(file: string): Delimiter | 'ndjson' | 'xlsx' {
  const ending = extname(file.replace(/\.gz$/i, '')).toLowerCase()
  const kind = kinds[ending]
  if (kind !== undefined) return kind
  throw refusal(otherKinds[ending] ?? 'file-of-no-kind', { file })
}

async function asWorkbook(path: string, stated: StatedReading): Promise<HowToRead> {
  const { chosen, others } = await sheetNames(path, stated.sheet)
  const place = findHeader(await firstXlsxRows(path, chosen, rowsLookedAt), stated, headerWords)
  const merged = (await mergedDownIn(path, chosen)).length
  return {
    format: { type: 'xlsx', sheet: chosen, ...place },
    encoding: 'utf-8',
    reading: {
      ...{ format: 'xlsx', sheet: chosen, otherSheets: others, stated: statedOf(stated) },
      ...told(place),
      ...(0 < merged && { mergedDown: merged }),
    },
  }
}

/** What is not as in an ordinary table. */
function told({ skipRows, headerRowCount }: HeaderPlace): Partial<HeaderPlace> {
  return { ...(0 < skipRows && { skipRows }), ...(headerRowCount !== 1 && { headerRowCount }) }
}

async function beginningOf(path: string, encoding: Encoding): Promise<string> {
  const decoder = new TextDecoder(encoding)
  let text = ''
  for await (const chunk of bytesOf(path, beginningBytes)) {
    text += decoder.decode(chunk, { stream: true })
  }
  return text
}

function definite({ delimiter, quote }: StatedReading) {
  return { ...(delimiter !== undefined && { delimiter }), ...(quote !== undefined && { quote }) }
}

function statedOf(stated: StatedReading): FileReading['stated'] {
  return (
    ['each', 'encoding', 'delimiter', 'quote', 'sheet', 'skipRows', 'headerRowCount'] as const
  ).filter((name) => stated[name] !== undefined)
}

/** As messages call a file that is named on a command line. */
export function statedByName(path: string): StatedReading {
  return { file: basename(path) }
}
