import { z } from 'zod'

import type { Part } from './in-parts.ts'
import { Body, Count, command, Integer, pageWith, query } from './query.ts'

const Current = z.object({
  hash: z.string(),
  version: z.string(),
  row: Integer,
  putAt: Integer,
  loadedAt: Integer,
  digest: z.string(),
})
export type Current = z.infer<typeof Current>

const Hash = z.object({ hash: z.string() })
const VersionFacts = z.object({ version: z.string(), facts: z.string() })
const HashFacts = z.object({ hash: z.string(), facts: z.string() })
const RecordRow = z.object({ body: z.string(), row: Integer })
const PlacedRecord = RecordRow.extend({ place: z.string() })
export type PlacedRecord = z.infer<typeof PlacedRecord>
const RecordPage = pageWith(PlacedRecord)
const PlacedBody = Body.extend({ place: z.string() })
const SourceVersion = Body.extend({ supersededAt: Integer.nullable() })
const RecordVersion = RecordRow.extend({
  version: z.string(),
  facts: z.string(),
  loadedAt: Integer,
  supersededAt: Integer.nullable(),
})

type Page = { readonly after: string; readonly limit: bigint }
type About = Page & { readonly key: string; readonly kinds: readonly string[] }

export const currentRecords = query<Part<string>, Current>('read/current-records', Current)
export const currentHashesOfSource = query<{ sort: string }, z.infer<typeof Hash>>(
  'read/current-hashes-of-source',
  Hash,
)
export const hashesInRange = query<
  { from: string; to: string; limit: bigint },
  z.infer<typeof Hash>
>('read/hashes-in-range', Hash)
export const factsOfVersions = query<Part<string>, z.infer<typeof VersionFacts>>(
  'read/facts-of-versions',
  VersionFacts,
)
export const factsOfHashes = query<Part<string>, z.infer<typeof HashFacts>>(
  'read/facts-of-hashes',
  HashFacts,
)
export const records = query<{ hashes: readonly string[] }, z.infer<typeof RecordRow>>(
  'read/records',
  RecordRow,
)
export const recordsAbout = query<About, z.infer<typeof RecordPage>>(
  'read/records-about',
  RecordPage,
)
export const scanRecords = query<Page & { kinds: readonly string[] | null }, PlacedRecord>(
  'read/scan-records',
  PlacedRecord,
)
export const scanCurrentHashes = query<Page, z.infer<typeof Hash>>('read/scan-current-hashes', Hash)
export const scanRecordVersions = query<Page, z.infer<typeof RecordVersion>>(
  'read/scan-record-versions',
  RecordVersion,
)
export const recordCount = query<object, Count>('read/record-count', Count)

export const putRecords = command<Part<object>>('write/put-records')
export const putEndedRecords = command<Part<object>>('write/put-ended-records')
export const moveRecords = command<Part<object>>('write/move-records')
export const closeRecords = command<Part<string> & { at: bigint }>('write/close-records')
export const dropRecords = command<Part<string>>('write/drop-records')

export const sources = query<{ id: string | null }, Body>('read/sources', Body)
export const sourceVersions = query<object, z.infer<typeof SourceVersion>>(
  'read/source-versions',
  SourceVersion,
)
export const supersedeSource = command<{ id: string; at: bigint }>('write/supersede-source')
export const putSource = command<{ version: string; properties: object }>('write/put-source')

export const scanQuarantine = query<Page, z.infer<typeof PlacedBody>>(
  'read/scan-quarantine',
  PlacedBody,
)
export const putQuarantine = command<Part<object>>('write/put-quarantine')
export const keepQuarantine = command<{ sort: string; rows: readonly bigint[] }>(
  'write/keep-quarantine',
)
export const dropQuarantine = query<{ from: string; to: string }, Count>(
  'write/drop-quarantine',
  Count,
)
export const withdrawSources = query<{ from: string; to: string; at: bigint }, Count>(
  'write/withdraw-sources',
  Count,
)
