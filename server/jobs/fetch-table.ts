import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

import type { ForeignGraph, ForeignRow } from '../store/foreign-graph.ts'
import type { MappedTable } from './map-graph.ts'
import type { OnProgress } from './progress.ts'

/** Rows that are written at a time, and between two tellings of progress. */
const rowsAtOnce = 1_000

/** Writes the rows of a table into a file, an object a line, in the order of its key. */
export async function fetchTable(
  graph: ForeignGraph,
  { pattern, columns, rows: total }: MappedTable,
  { path, onProgress }: { readonly path: string; readonly onProgress: OnProgress },
): Promise<void> {
  await graph.rows(pattern, columns, (rows) =>
    pipeline(
      linesOf(rows, (done) => onProgress({ stage: 'fetch', done, total: Math.max(done, total) })),
      createWriteStream(path, { mode: 0o600 }),
    ),
  )
}

async function* linesOf(
  rows: AsyncIterable<ForeignRow>,
  tell: (done: number) => void,
): AsyncGenerator<string> {
  let done = 0
  let lines = ''
  for await (const row of rows) {
    lines += `${JSON.stringify(row)}\n`
    done += 1
    if (done % rowsAtOnce !== 0) continue
    yield lines
    lines = ''
    tell(done)
  }
  yield lines
  tell(done)
}
