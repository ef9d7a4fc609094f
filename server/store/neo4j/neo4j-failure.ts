import { Neo4jError } from 'neo4j-driver'

import { FailureError } from '../../domain/failure.ts'
import type { Neo4jAddress } from './address.ts'

type Sentence = (address: Neo4jAddress) => string

const unreachable: Sentence = ({ server }) =>
  `No Neo4j server answers at ${server}; start it, or check the address and the network.`

const refused: Sentence = ({ server }) =>
  `Neo4j at ${server} did not accept the user name and password; set NEO4J_USERNAME and NEO4J_PASSWORD or NEO4J_PASSWORD_FILE to ones it knows.`

/** What the codes of the driver and the server mean to the person at the keyboard, and what to do. */
const sentences: Readonly<Record<string, Sentence>> = {
  ServiceUnavailable: unreachable,
  SessionExpired: unreachable,
  'Neo.ClientError.Security.Unauthorized': refused,
  'Neo.ClientError.Security.AuthenticationRateLimit': ({ server }) =>
    `Neo4j at ${server} refuses further attempts after too many wrong passwords; wait a few seconds and try again.`,
  'Neo.ClientError.Security.CredentialsExpired': ({ server }) =>
    `The password for Neo4j at ${server} has expired; change it there first.`,
  'Neo.ClientError.Security.Forbidden': ({ server, database }) =>
    `The user may not do this in the database ${database} of Neo4j at ${server}; choose one that may read, write and make indexes.`,
  'Neo.ClientError.Database.DatabaseNotFound': ({ server, database }) =>
    `Neo4j at ${server} has no database ${database}; create it there, or name another with ?database=.`,
  'Neo.TransientError.General.MemoryPoolOutOfMemoryError': ({ server }) =>
    `Neo4j at ${server} ran out of memory; give it more (dbms.memory.transaction.total.max, server.memory.heap.max_size).`,
  'Neo.TransientError.General.DatabaseUnavailable': ({ server, database }) =>
    `The database ${database} of Neo4j at ${server} is not available; start it there.`,
}

/** The sentence for an error of Neo4j; any other error is passed through. */
export function neo4jFailure(address: Neo4jAddress, error: unknown): unknown {
  if (!(error instanceof Neo4jError)) return error
  const sentence = sentences[error.code]
  return sentence ? new FailureError(sentence(address), { cause: error }) : error
}
