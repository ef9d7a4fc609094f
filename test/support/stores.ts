import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import neo4j, { type QueryResult } from 'neo4j-driver'

import { openDatabase } from '../../server/store/embedded/database.ts'
import { wholeGraph } from '../../server/store/embedded/whole-graph.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/port.ts'
import { neo4jForTests } from './neo4j-server.ts'

/** A store that holds nothing, and leaves nothing behind. */
export type OpenEmpty = () => Promise<Store>

/** Every store that can run here: one suite holds them all to the same promises. */
export const stores: Readonly<Record<string, OpenEmpty>> = await storesHere()

async function storesHere(): Promise<Record<string, OpenEmpty>> {
  const server = await neo4jForTests()
  return {
    embedded: openEmptyFolder,
    ...('uri' in server && { neo4j: () => openEmptyNeo4j(server.uri) }),
  }
}

async function openEmptyFolder(): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), 'revenant-store-'))
  const store = await openStore(folder, {})
  return {
    ...store,
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
}

/** The embedded store as it reads more things than a test would load. */
export async function openPackedFolder(): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), 'revenant-store-'))
  const store = await openStore(folder, {})
  const database = await openDatabase(join(folder, 'store.sqlite'), { busyTimeoutMs: 1_000 })
  return {
    ...store,
    canonicalHash: (heard) => wholeGraph(database, heard, 0),
    async [Symbol.asyncDispose]() {
      database[Symbol.dispose]()
      await store[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
}

async function openEmptyNeo4j(uri: string): Promise<Store> {
  await onNeo4j(uri, 'MATCH (node) CALL (node) { DETACH DELETE node } IN TRANSACTIONS')
  const folder = await mkdtemp(join(tmpdir(), 'revenant-files-'))
  const store = await openStore(uri, { ...process.env, REVENANT_FILES: folder })
  return {
    ...store,
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
}

/** Runs one statement past the store: to empty a database, or to put into it what is not ours. */
export async function onNeo4j(uri: string, text: string, parameters = {}): Promise<QueryResult> {
  const driver = neo4j.driver(
    uri,
    neo4j.auth.basic(process.env.NEO4J_USERNAME ?? 'neo4j', process.env.NEO4J_PASSWORD ?? ''),
  )
  const session = driver.session({ database: 'neo4j' })
  try {
    return await session.run(text, parameters)
  } finally {
    await session.close()
    await driver.close()
  }
}
