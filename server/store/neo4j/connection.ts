import { readFile } from 'node:fs/promises'

import neo4j, {
  type AuthToken,
  type Driver,
  Neo4jError,
  type Session,
  type SessionMode,
} from 'neo4j-driver'

import { FailureError } from '../../domain/failure.ts'
import { type Neo4jAddress, readAddress } from './address.ts'
import { neo4jFailure } from './neo4j-failure.ts'
import type { Query, Runner } from './query.ts'
import { lockStore } from './store-queries.ts'

export interface Neo4jEnvironment {
  readonly NEO4J_USERNAME?: string | undefined
  readonly NEO4J_PASSWORD?: string | undefined
  /** Path of a file that holds the password, for when the environment is not private. */
  readonly NEO4J_PASSWORD_FILE?: string | undefined
}

/** One database of one server; every error of Neo4j that a person can do something about leaves as a FailureError. */
export interface Connection extends AsyncDisposable {
  readonly address: Neo4jAddress
  /** `Neo4j/5.26.30`, as the server says. */
  readonly agent: string
  /** Runs one read: sent at once and answered at once, where a transaction of several waits for the server to begin and to end it. */
  ask<Parameters, Row>(query: Query<Parameters, Row>, parameters: Parameters): Promise<Row[]>
  /** Runs several reads in one transaction. May run the work again when the server asks for it. */
  read<T>(work: (runner: Runner) => Promise<T>): Promise<T>
  /** Runs writes whole or not at all, one writer at a time. May run the work again when the server asks for it. */
  write<T>(work: (runner: Runner) => Promise<T>): Promise<T>
  /** Runs one write that no fold depends on, without waiting for a load. */
  writeBeside<Parameters, Row>(
    query: Query<Parameters, Row>,
    parameters: Parameters,
  ): Promise<Row[]>
  /** Runs a statement that divides itself into transactions, or that changes the schema. */
  alone<Row>(query: Query<object, Row>): Promise<Row[]>
}

const connectTimeoutMs = 5_000
const retryTimeMs = 10_000

export async function connect(address: string, environment: Neo4jEnvironment): Promise<Connection> {
  const target = readAddress(address)
  const driver = neo4j.driver(target.server, await credentials(environment), {
    useBigInt: true,
    telemetryDisabled: true,
    connectionTimeout: connectTimeoutMs,
    connectionAcquisitionTimeout: 2 * connectTimeoutMs,
    maxTransactionRetryTime: retryTimeMs,
    notificationFilter: { minimumSeverityLevel: 'OFF' },
  })
  try {
    const { agent } = await driver.getServerInfo({ database: target.database })
    return connectionOf(driver, target, agent ?? 'Neo4j')
  } catch (error) {
    await driver.close()
    throw neo4jFailure(target, error)
  }
}

/** What is asked for is taken whole, so that no answer waits for the rest to be asked for. */
const whole = { defaultAccessMode: neo4j.session.READ, fetchSize: -1 } as const

function connectionOf(driver: Driver, address: Neo4jAddress, agent: string): Connection {
  const within = <T>(work: (session: Session) => Promise<T>) =>
    inSession(driver, address, { defaultAccessMode: neo4j.session.WRITE }, work)
  return {
    address,
    agent,
    ask: (query, parameters) =>
      inSession(driver, address, whole, (session) => asked(session, query, parameters)),
    read: (work) => within((session) => session.executeRead(work)),
    write: (work) =>
      within((session) =>
        session.executeWrite(async (transaction) => {
          // Sent at once: a server carries out the statements of a transaction one after another, so that nothing of the work is read before it has the lock.
          const [, result] = await Promise.all([lockStore.rows(transaction, {}), work(transaction)])
          return result
        }),
      ),
    writeBeside: (query, parameters) =>
      within((session) =>
        session.executeWrite((transaction) => query.rows(transaction, parameters)),
      ),
    alone: (query) => within((session) => query.rows(session, {})),
    [Symbol.asyncDispose]: () => driver.close(),
  }
}

/** A server that asks for it is asked again, as a transaction would. Nothing was given out by then, as an answer is taken whole. */
async function asked<Parameters, Row>(
  session: Session,
  query: Query<Parameters, Row>,
  parameters: Parameters,
): Promise<Row[]> {
  try {
    return await query.rows(session, parameters)
  } catch (error) {
    if (!(error instanceof Neo4jError && error.retryable)) throw error
    return await session.executeRead((transaction) => query.rows(transaction, parameters))
  }
}

/** Sessions share bookmarks, so that in a cluster each sees what the one before wrote. */
async function inSession<T>(
  driver: Driver,
  address: Neo4jAddress,
  settings: { readonly defaultAccessMode: SessionMode; readonly fetchSize?: number },
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const session = driver.session({
    ...settings,
    database: address.database,
    bookmarkManager: driver.executeQueryBookmarkManager,
  })
  try {
    return await work(session)
  } catch (error) {
    throw neo4jFailure(address, error)
  } finally {
    await session.close()
  }
}

async function credentials(environment: Neo4jEnvironment): Promise<AuthToken | undefined> {
  const password = environment.NEO4J_PASSWORD ?? (await passwordFrom(environment))
  if (password === undefined && environment.NEO4J_USERNAME === undefined) return undefined
  return neo4j.auth.basic(environment.NEO4J_USERNAME ?? 'neo4j', password ?? '')
}

async function passwordFrom({ NEO4J_PASSWORD_FILE: path }: Neo4jEnvironment) {
  if (path === undefined) return undefined
  try {
    return (await readFile(path, 'utf8')).trimEnd()
  } catch (error) {
    throw new FailureError(
      `The password file ${path} that NEO4J_PASSWORD_FILE names cannot be read; check the path and its permissions.`,
      { cause: error },
    )
  }
}
