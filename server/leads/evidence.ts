import { z } from 'zod'

import { compareText } from '../domain/canonical.ts'
import { RecordKind, type Source, type SourceRecord } from '../domain/record.ts'
import { EpochMs, IsoDate, Sha256 } from '../domain/units.ts'
import type { Core } from './core.ts'

/** One cited row of one file. */
export const CitedRow = z.object({
  /** `E1:12`: row 12 of file E1. */
  id: z.string(),
  row: z.int().min(1),
  kind: RecordKind,
  /** SHA-256 of the record as it was loaded, before bystanders were taken out. */
  record: Sha256,
})
export type CitedRow = z.infer<typeof CitedRow>

/** One source file as an evidence item, with the rows of it that the lead cites. */
export const EvidenceItem = z.object({
  /** `E1`, in the order of the source names. */
  id: z.string(),
  source: z.string(),
  dataset: z.string(),
  file: z.string(),
  /** Of the file's bytes; absent when the file is no longer on record. */
  sha256: Sha256.optional(),
  origin: z.string().optional(),
  licence: z.string().optional(),
  asOf: IsoDate.optional(),
  loadedAt: EpochMs.optional(),
  /** Nobody has judged how reliable a loaded file is. */
  grade: z.literal('ungraded'),
  rows: z.array(CitedRow),
})
export type EvidenceItem = z.infer<typeof EvidenceItem>

export interface EvidenceBook {
  readonly items: readonly EvidenceItem[]
  /** Ids of the rows behind the records, in order, each once; records that are not in the lead have none. */
  cite(records: readonly Sha256[]): string[]
}

/** Gives every source file and every cited row of it an id. */
export function evidenceOf({ records, sources }: Core): EvidenceBook {
  const known = new Map(sources.map((source) => [source.id, source]))
  const items = [...new Set(records.map(({ source }) => source))]
    .toSorted(compareText)
    .map((id, index) =>
      itemOf(
        `E${index + 1}`,
        records.filter(({ source }) => source === id),
        known.get(id),
      ),
    )
  const cited = items.flatMap(({ rows }) => rows)
  const order = new Map(cited.map(({ record }, index) => [record, index]))
  return {
    items,
    cite: (hashes) =>
      [...new Set(hashes.flatMap((hash) => order.get(hash) ?? []))]
        .toSorted((a, b) => a - b)
        .flatMap((index) => cited[index]?.id ?? []),
  }
}

function itemOf(
  id: string,
  records: readonly SourceRecord[],
  source: Source | undefined,
): EvidenceItem {
  const [first] = records
  return {
    id,
    source: first?.source ?? '',
    dataset: first?.dataset ?? '',
    file: first?.file ?? '',
    ...(source && {
      sha256: source.sha256,
      origin: source.origin,
      licence: source.licence,
      asOf: source.asOf,
      loadedAt: source.loadedAt,
    }),
    grade: 'ungraded',
    rows: records.map(({ row, kind, hash }, index) => ({
      id: rowId(id, records, index),
      row,
      kind,
      record: hash,
    })),
  }
}

/** A row that was loaded in two versions gives two records of one number: the second is `E1:12.2`. */
function rowId(item: string, records: readonly SourceRecord[], index: number): string {
  const row = records[index]?.row ?? 0
  let first = index
  while (records[first - 1]?.row === row) first -= 1
  return first === index ? `${item}:${row}` : `${item}:${row}.${index - first + 1}`
}

/** Citations as people read them: `[E1:3, 12, 40; E2:7]`, and how many are left out when there are more than `most`. */
export function citation(
  ids: readonly string[],
  most: number,
  more: (count: number) => string,
): string {
  const shown = ids.slice(0, most).map((id) => id.split(':'))
  const items = [...new Set(shown.map(([item]) => item))].map((item) => {
    const rows = shown.filter(([of]) => of === item).map(([, row]) => row)
    return `${item}:${rows.join(', ')}`
  })
  const rest = ids.length - shown.length
  return `[${items.join('; ')}${rest === 0 ? '' : `; ${more(rest)}`}]`
}
