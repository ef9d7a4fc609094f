import { FailureError } from '../../domain/failure.ts'
import type { Store } from '../port.ts'
import { openVault } from '../vault/vault.ts'
import { type Connection, connect, type Neo4jEnvironment } from './connection.ts'
import { custody } from './custody.ts'
import { factWrites } from './fact-writes.ts'
import { filesFolder } from './files-folder.ts'
import { findAnew } from './find-anew.ts'
import { forgetting } from './forget.ts'
import { graphReads } from './graph-reads.ts'
import { pastReads } from './past-reads.ts'
import { portable } from './portable.ts'
import { recordReads } from './record-reads.ts'
import { runs } from './runs.ts'
import { findsEveryName, migrations, tellsUnfinished } from './schema.ts'
import { awaitIndexes, foreignLabels, markStore, owner } from './store-queries.ts'
import { tellUnfinished } from './unfinished.ts'
import { work } from './work.ts'

/**
 * Opens the store in a Neo4j database, or begins one where the database is empty. Throws a FailureError when no
 * server answers, when it refuses the user, and when the database holds something that we did not write.
 */
export async function openNeo4jStore(
  address: string,
  environment: Neo4jEnvironment & { readonly REVENANT_FILES?: string | undefined },
): Promise<Store> {
  const connection = await connect(address, environment)
  try {
    await migrate(connection)
  } catch (error) {
    await connection[Symbol.asyncDispose]()
    throw error
  }
  const vault = openVault(filesFolder(connection.address, environment))
  const parts = {
    ...factWrites(connection),
    ...graphReads(connection),
    ...recordReads(connection),
    ...pastReads(connection),
    ...forgetting(connection),
    ...runs(connection),
    ...work(connection, vault),
    ...custody(connection),
    ...vault,
  }
  return {
    label: labelOf(connection),
    ...parts,
    ...portable(connection, parts),
    async health() {
      await connection.ask(owner, {})
    },
    [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose](),
  }
}

function labelOf({ agent, address }: Connection): string {
  return `${agent.replace('/', ' ')} at ${address.server}, database ${address.database}`
}

/** Brings the database to the newest version. */
async function migrate(connection: Connection): Promise<void> {
  const version = await versionOf(connection)
  if (version === migrations.length) return
  for (const statement of migrations.slice(version).flat()) await connection.alone(statement)
  // An import leaves more to be put into indexes than the server has done when it has taken the statements.
  await connection.alone(awaitIndexes)
  if (0 < version && version < findsEveryName) await findAnew(connection)
  if (0 < version && version < tellsUnfinished) await tellUnfinished(connection)
  await connection.writeBeside(markStore, { version: BigInt(migrations.length) })
}

async function versionOf(connection: Connection): Promise<number> {
  const { server, database } = connection.address
  const [found] = await connection.ask(owner, {})
  if (found === undefined) {
    await refuseForeign(connection)
    return 0
  }
  if (found.restoring) {
    throw new FailureError(
      `The database ${database} at ${server} is being restored, or was not restored to the end; wait, or empty it and restore again.`,
    )
  }
  if (found.version > migrations.length) {
    throw new FailureError(
      `The database ${database} at ${server} was made by a newer Revenant (store version ${found.version}, this one knows ${migrations.length}); use that version.`,
    )
  }
  return found.version
}

async function refuseForeign(connection: Connection): Promise<void> {
  const { server, database } = connection.address
  const [foreign] = await connection.ask(foreignLabels, {})
  if (foreign === undefined || foreign.count === 0) return
  const named = foreign.labels.length > 0 ? ` (${foreign.labels.join(', ')})` : ''
  throw new FailureError(
    `The database ${database} at ${server} holds ${foreign.count} nodes${named} that Revenant did not write, so it was left as it is; name an empty database with ?database=.`,
  )
}
