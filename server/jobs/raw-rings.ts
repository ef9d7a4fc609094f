import { type FileHandle, open } from 'node:fs/promises'

import { FailureError } from '../domain/failure.ts'
import type { EdgeType } from '../domain/graph.ts'
import { type RawColumns, type RawRefusal, readMemberships } from '../ingest/raw-memberships.ts'
import { findRawRings, type RawRings } from '../rings/raw/find-raw-rings.ts'
import type { Incidence } from '../rings/raw/incidence.ts'
import type { GraphReads } from '../store/port.ts'
import { type MembershipBook, membershipBook, type NumberedMemberships } from './membership-book.ts'
import type { OnProgress } from './progress.ts'

/** Rings of memberships with everything that was read for them. */
export interface FoundRaw extends NumberedMemberships {
  readonly found: RawRings
  /** accepted + quarantined = rows. */
  readonly rows: number
  readonly accepted: number
  readonly quarantined: number
}

/** Pairs for each membership that identifiers may make, and how many they may make in any case, so that a large ring in a small file is not left out. */
const pairsPerMembership = 10
const pairsAlways = 1_000_000
/** Fixed, so that the same data gives the same rings. */
const seed = 1
/** Rows between two tellings of progress. */
const rowsPerTelling = 100_000

/** The rings of a plain file of memberships. Rows that say none go to a new file at `quarantine`, a JSON object a line, which is written only where there are any. */
export async function rawRingsOfFile(
  path: string,
  {
    columns,
    quarantine,
    onProgress,
  }: { readonly columns: RawColumns; readonly quarantine: string; readonly onProgress: OnProgress },
): Promise<FoundRaw> {
  const book = membershipBook()
  const refusals = refusalFile(quarantine)
  const counts = { rows: 0, accepted: 0, quarantined: 0 }
  for await (const read of readMemberships(path, columns)) {
    counts.rows += 1
    if ('membership' in read) {
      book.add(read.membership.shop, read.membership)
      counts.accepted += 1
    } else {
      await refusals.add(read.refused)
      counts.quarantined += 1
    }
    if (counts.rows % rowsPerTelling === 0) onProgress({ stage: 'read', done: counts.rows })
  }
  await refusals.close()
  return { ...ringsOf(book), ...counts }
}

/** What says who is behind a shop; common supply and common places say who is behind its goods, and are left out. */
const telling: readonly EdgeType[] = ['REGISTERED_TO', 'REACHED_AT', 'PAID_INTO', 'HOLDS']

/** The rings of what the shops of a store are registered to, reached at, and paid by. */
export async function rawRingsOfStore(store: GraphReads): Promise<FoundRaw> {
  const book = membershipBook()
  let rows = 0
  for await (const { from, type, to } of store.scanEdges()) {
    if (!(from.startsWith('shop:') && telling.includes(type)) || to.startsWith('shop:')) continue
    const [kind = '', value = ''] = splitAt(to, to.indexOf(':'))
    book.add(from, { kind, value })
    rows += 1
  }
  return { ...ringsOf(book), rows, accepted: rows, quarantined: 0 }
}

function splitAt(text: string, place: number): [string, string] {
  return [text.slice(0, place), text.slice(place + 1)]
}

function ringsOf(book: MembershipBook) {
  const numbered = book.numbered()
  const budget = rawBudget(numbered.incidence)
  return { ...numbered, found: findRawRings(numbered.incidence, { budget, seed }) }
}

/** Pairs that the identifiers of so many memberships may make. */
export function rawBudget({ held }: Incidence): number {
  return Math.max(pairsAlways, pairsPerMembership * held.length)
}

/** Rows are written some thousands at once. */
const rowsPerWrite = 5_000

function refusalFile(path: string) {
  let file: FileHandle | undefined
  const lines: string[] = []
  const flush = async () => {
    if (lines.length === 0) return
    try {
      file ??= await open(path, 'w')
      await file.appendFile(lines.splice(0).join(''))
    } catch (cause) {
      throw new FailureError(
        `Rows that say nothing could not be written to ${path}: ${(cause as Error).message}. Name another file with --quarantine.`,
        { cause },
      )
    }
  }
  return {
    async add(refusal: RawRefusal) {
      lines.push(`${JSON.stringify(refusal)}\n`)
      if (rowsPerWrite <= lines.length) await flush()
    },
    async close() {
      await flush()
      await file?.close()
    },
  }
}
