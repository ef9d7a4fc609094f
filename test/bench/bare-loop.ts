import { once } from 'node:events'
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'

import { maxBatch } from '../../server/store/port.ts'
import type { BenchServer, Took } from './bench-server.ts'

/** What a store holds that a loop has to write, in the order in which it can: the graph, then what says so. */
const parts = [
  {
    name: 'things',
    graph: true,
    read: 'MATCH (thing:Thing) RETURN [label IN labels(thing) WHERE label <> "Thing"][0] AS group, properties(thing) AS properties',
    write: (group: string) =>
      `UNWIND $rows AS row MERGE (thing:Thing {key: row.properties.key}) SET thing = row.properties, thing:${group}`,
  },
  {
    name: 'relations',
    graph: true,
    read: 'MATCH (from:Thing)-[relation]->(to:Thing) RETURN type(relation) AS group, from.key AS from, to.key AS to, properties(relation) AS properties',
    write: (group: string) =>
      `UNWIND $rows AS row MATCH (from:Thing {key: row.from}) MATCH (to:Thing {key: row.to}) CREATE (from)-[relation:${group}]->(to) SET relation = row.properties`,
  },
  {
    name: 'records',
    graph: false,
    read: 'MATCH (record:CurrentRecord) RETURN "CurrentRecord" AS group, properties(record) AS properties',
    write: (group: string) =>
      `UNWIND $rows AS row MERGE (record:Record {version: row.properties.version}) SET record = row.properties, record:${group}`,
  },
  {
    name: 'says',
    graph: false,
    read: 'MATCH (record:CurrentRecord)-[said]->(node) RETURN type(said) AS group, record.version AS from, node.key AS to',
    write: (group: string) =>
      `UNWIND $rows AS row MATCH (record:Record {version: row.from}) MATCH (thing:Thing {key: row.to}) CREATE (record)-[:${group}]->(thing)`,
  },
] as const

type Row = { readonly group: string } & Record<string, unknown>

/**
 * The script that anybody would write by hand: a file of rows, read in batches of 5,000, an UNWIND statement and a transaction each. Its rows are those that a
 * load has left, so that it writes the same labels, types and properties; it neither reads, folds nor checks anything.
 */
export function bareLoop(server: BenchServer, folder: string) {
  return {
    /** Takes the rows of the store that stands. */
    async copyRows(): Promise<void> {
      mkdirSync(folder)
      for (const { name, read } of parts) await copy(server.rows(read), join(folder, name))
    },
    /** Writes them all, and tells what the graph alone took. */
    async run(): Promise<{ readonly all: Took; readonly graph: Took }> {
      const write = (isGraph: boolean) =>
        server.timed(async () => {
          for (const part of parts) {
            if (part.graph === isGraph) await writePart(server, join(folder, part.name), part.write)
          }
        })
      const graph = await write(true)
      const rest = await write(false)
      return { graph, all: sum(graph, rest) }
    },
  }
}

function sum(a: Took, b: Took): Took {
  const both = (figure: keyof Took) => a[figure] + b[figure]
  return { wall: both('wall'), processor: both('processor'), server: both('server') }
}

async function copy(rows: AsyncIterable<object>, path: string): Promise<void> {
  const file = createWriteStream(path)
  for await (const row of rows) {
    if (!file.write(`${JSON.stringify(row, withoutBigInt)}\n`)) await once(file, 'drain')
  }
  file.end()
  await finished(file)
}

async function writePart(server: BenchServer, path: string, textOf: (group: string) => string) {
  const waiting = new Map<string, Row[]>()
  const write = async (group: string, rows: Row[]) => {
    waiting.delete(group)
    await server.write(textOf(group), { rows })
  }
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const row: Row = JSON.parse(line, withBigInt)
    const rows = waiting.get(row.group) ?? []
    waiting.set(row.group, rows)
    rows.push(row)
    if (rows.length === maxBatch) await write(row.group, rows)
  }
  for (const [group, rows] of [...waiting]) await write(group, rows)
}

/** The graph of this bench holds no number but integers, which the driver takes as BigInt alone. */
function withoutBigInt(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value
}

function withBigInt(_name: string, value: unknown): unknown {
  return typeof value === 'number' ? BigInt(value) : value
}
