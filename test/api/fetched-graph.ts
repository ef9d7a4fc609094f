import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describeFetched, rowsPath } from '../../server/ingest/fetched-graph.ts'
import { day } from '../support/store-builders.ts'

/** What a command leaves for the server to load: one shop of a graph that somebody else keeps. */
export async function fetchedGraph(parent: string): Promise<string> {
  const folder = join(parent, 'fetched')
  mkdirSync(folder, { recursive: true })
  const shop = { platform: 'a', shop_id: '1', name: 'Lotus' }
  writeFileSync(rowsPath(folder, 0), `${JSON.stringify(shop)}\n`)
  const terms = { name: 'graph', source: 'a test', licence: 'none', asOf: day('2026-03-01') }
  await describeFetched(folder, {
    graph: 'neo4j://127.0.0.1:7687',
    terms: { ...terms, timeZone: 'UTC' },
    tables: [
      {
        name: 'shops',
        pattern: { label: 'Seller', key: 'shop_id' },
        entry: { file: 'shops', kind: 'shop', columns: {}, constants: {} },
        names: Object.keys(shop),
      },
    ],
  })
  return folder
}
