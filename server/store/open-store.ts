import { RefusalError } from '../domain/failure.ts'
import { openEmbeddedStore, openEmbeddedStoreToRead } from './embedded/store.ts'
import type { Neo4jEnvironment } from './neo4j/connection.ts'
import type { Store } from './port.ts'

/** What the environment says about a store; an address never holds it. */
export interface StoreEnvironment extends Neo4jEnvironment {
  /** The folder that keeps evidence and packages of a store on a server; a store in a folder keeps them there. */
  readonly REVENANT_FILES?: string | undefined
}

/**
 * Opens the store an address names: a folder, or `neo4j://`, `neo4j+s://`, `bolt://`, `bolt+s://` with an optional
 * `?database=`. Throws a RefusalError for an address that cannot mean a store, and a FailureError when the store
 * cannot be reached or is not one of ours.
 */
export function openStore(address: string, environment: StoreEnvironment): Promise<Store> {
  return openAt(address, environment, openEmbeddedStore)
}

/** The same for whoever only reads: a store in a folder is also opened where this user may not write. */
export function openStoreToRead(address: string, environment: StoreEnvironment): Promise<Store> {
  return openAt(address, environment, openEmbeddedStoreToRead)
}

type OpenFolder = (folder: string) => Promise<Store>

async function openAt(
  address: string,
  environment: StoreEnvironment,
  openFolder: OpenFolder,
): Promise<Store> {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(address)?.[1]?.toLowerCase()
  if (scheme === undefined) return openFolder(checkedFolder(address))
  if (!neo4jSchemes.has(scheme)) {
    throw new RefusalError(
      `The store ${withoutPassword(address)} is neither a folder nor a Neo4j address; write a path, or neo4j://, neo4j+s://, bolt:// or bolt+s:// and a host.`,
    )
  }
  const { openNeo4jStore } = await import('./neo4j/store.ts')
  return openNeo4jStore(address, environment)
}

const neo4jSchemes = new Set(['neo4j', 'neo4j+s', 'bolt', 'bolt+s'])

function checkedFolder(folder: string): string {
  if (folder.trim() === '' || folder.includes('\0')) {
    throw new RefusalError('The address of the store is empty; name a folder or a Neo4j server.')
  }
  return folder
}

function withoutPassword(address: string): string {
  return address.replace(/\/\/[^/@]*@/, '//')
}
