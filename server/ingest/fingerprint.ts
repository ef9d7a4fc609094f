import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

import { canonicalJson } from '../domain/canonical.ts'
import type { Sha256 } from '../domain/units.ts'
import type { Dataset, DatasetFile } from './dataset.ts'

/** Goes up when the same bytes would give other facts, so that a loaded file is read again. */
const ingestVersion = 3

export interface Fingerprint {
  /** Of the file's bytes. */
  readonly sha256: Sha256
  /** Of the bytes together with everything in dataset.json that bears on them: equal means that loading again changes nothing. */
  readonly fingerprint: Sha256
}

/** Reads the whole file once to say which bytes, read in which way, it is. */
export async function fingerprint(dataset: Dataset, file: DatasetFile): Promise<Fingerprint> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file.path)) hash.update(chunk as Uint8Array)
  const sha256 = hash.digest('hex') as Sha256
  const { folder: _folder, files: _files, ...description } = dataset
  const bears = { ingestVersion, sha256, description, entry: whatBears(file.entry) }
  return { sha256, fingerprint: hashOf({ ...bears, ...whereFrom(file) }) }
}

/** The same rows from another graph, or from elsewhere in it, are said anew: where they stood is provenance. */
function whereFrom({ reading }: Pick<DatasetFile, 'reading'>): object {
  return reading.format === 'graph' ? { reading } : {}
}

/** What a file is expected to hold changes nothing of what it says. */
function whatBears({ expect: _expect, ...entry }: DatasetFile['entry']) {
  return entry
}

/** SHA-256 of a value's canonical JSON. */
export function hashOf(value: unknown): Sha256 {
  return createHash('sha256').update(canonicalJson(value)).digest('hex') as Sha256
}
