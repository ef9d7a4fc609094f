import { canonicalJson, compareText } from '../../domain/canonical.ts'
import type { Ring } from '../../domain/ring.ts'
import type { Run, RunContents } from '../../domain/run.ts'
import type { Database, SqlValue } from './database.ts'

/** Rows of one table, and the INSERT that they go into up to its columns. */
export interface RowsInto {
  readonly into: string
  readonly rows: Iterable<readonly SqlValue[]>
}

/** Everything that a run holds, table after table; bodies are written as JSON when they are asked for, as all of them together take as much memory as its links. */
export function* rowsOfRun(run: Run, contents: RunContents): Generator<RowsInto> {
  const { id } = run
  yield {
    into: 'INSERT INTO runs (id, body, model, generics, lineage, supply)',
    rows: [runRow(run, contents)],
  }
  yield {
    into: 'INSERT INTO links (run, from_key, to_key, kind, probability, body)',
    rows: mapped(contents.links, (link) => {
      const { from, to, kind, probability } = link
      return [id, from, to, kind, probability, canonicalJson(link)]
    }),
  }
  yield {
    into: 'INSERT INTO rings (run, id, rank, body)',
    rows: mapped(contents.rings, (ring) => [id, ring.id, ring.rank, canonicalJson(ring)]),
  }
  yield {
    into: 'INSERT OR IGNORE INTO ring_members (run, shop, ring)',
    rows: memberRows(id, contents.rings),
  }
  yield {
    into: 'INSERT INTO attributions (run, ring, rank, target, body)',
    rows: mapped(contents.attributions, (own) => [
      ...[id, own.ring, own.rank, own.target],
      canonicalJson(own),
    ]),
  }
}

/** Writes a run with all it holds; part of a transaction of the caller. */
export function writeRun(database: Database, run: Run, contents: RunContents): void {
  for (const { into, rows } of rowsOfRun(run, contents)) database.insertAll(into, rows)
}

function runRow(run: Run, { model, generics, lineage, supply }: RunContents): SqlValue[] {
  const parts = [model, generics, lineage, supply]
  return [
    ...[run.id, canonicalJson(run)],
    ...parts.map((part) => (part === undefined ? null : canonicalJson(part))),
  ]
}

/** In the order of their table: a million shops are not a million places all over a tree. */
function memberRows(run: number, rings: readonly Ring[]): SqlValue[][] {
  return rings
    .flatMap(({ id, members }) => members.map(({ shop }) => ({ shop, ring: id })))
    .sort((a, b) => compareText(a.shop, b.shop) || compareText(a.ring, b.ring))
    .map(({ shop, ring }) => [run, shop, ring])
}

function* mapped<T>(items: readonly T[], rowOf: (item: T) => readonly SqlValue[]) {
  for (const item of items) yield rowOf(item)
}
