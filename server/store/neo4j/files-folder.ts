import { resolve } from 'node:path'

import type { Neo4jAddress } from './address.ts'

/**
 * The folder that keeps the files of a database on a server: as the environment names it, else one for each server and database under
 * `.revenant/files` where the process runs. A server takes no files of 500 MB, so whoever shares the database shares the folder.
 */
export function filesFolder(
  { server, database }: Neo4jAddress,
  { REVENANT_FILES }: { readonly REVENANT_FILES?: string | undefined },
): string {
  const name = `${server.replace(/^.*:\/\//, '')}-${database}`.replaceAll(/[^A-Za-z0-9.-]+/g, '-')
  return resolve(REVENANT_FILES ?? `.revenant/files/${name}`)
}
