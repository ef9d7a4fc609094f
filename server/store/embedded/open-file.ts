import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

import { FailureError } from '../../domain/failure.ts'
import { type Database, openDatabase } from './database.ts'
import { migrate, setUpToRead } from './schema.ts'
import type { Access } from './sqlite.ts'
import { cannotWrite } from './sqlite-failure.ts'

/** Longer than any batch of another process takes. */
const busyTimeoutMs = 5_000

/** Opens the file of a store, at the newest version, to work with it. */
export async function openToWork(path: string): Promise<Database> {
  if (!(await mayWrite(path))) throw new FailureError(cannotWrite(path))
  return await openedAs(path, 'write', migrate)
}

/** The same to read from it. Where this user may only read, nothing is written, and what would have to be is told instead. */
export async function openToRead(path: string): Promise<Database> {
  if (await mayWrite(path)) return await openedAs(path, 'write', migrate)
  const logBytes = await sizeOfLog(path)
  if (logBytes !== undefined) {
    try {
      // A log that is in use, or was left whole, can be read beside whoever writes it.
      return await openedAs(path, 'read', setUpToRead)
    } catch (error) {
      if (!isOfSqlite(error)) throw error
      if (0 < logBytes) throw logFailure(path, error)
    }
  }
  // Where there is none SQLite would have to make one.
  return await openedAs(path, 'still', setUpToRead)
}

async function openedAs(
  path: string,
  access: Access,
  setUp: (database: Database) => void,
): Promise<Database> {
  const database = await openDatabase(path, { busyTimeoutMs, access })
  try {
    setUp(database)
  } catch (error) {
    database[Symbol.dispose]()
    throw error
  }
  return database
}

/** Beside a file SQLite has to make two others while it is in use, so that both it and its folder have to allow it. */
async function mayWrite(path: string): Promise<boolean> {
  const allowed = await Promise.all([path, dirname(path)].map(isWritable))
  return allowed.every((one) => one)
}

async function isWritable(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK)
    return true
  } catch (error) {
    // What is not there yet is made where its folder allows it.
    return error instanceof Error && 'code' in error && error.code === 'ENOENT'
  }
}

async function sizeOfLog(path: string): Promise<number | undefined> {
  const log = await stat(`${path}-wal`).catch(() => undefined)
  return log?.size
}

/** A log without its index is what a copy of a store in use leaves: without what it holds the file is older, or even of two states at once. */
function logFailure(path: string, cause: unknown): FailureError {
  return new FailureError(
    `What was last written to the store ${path} still stands in ${path}-wal, which this user may not bring into it; have a user who may write there run any command on it (such as \`revenant export quarantine\`), or copy the folder to where this user may write, and name the copy with --store.`,
    { cause },
  )
}

/** Cannot be written or opened, by the codes of SQLite. */
function isOfSqlite(error: unknown): boolean {
  const cause = error instanceof FailureError ? error.cause : undefined
  const code = cause instanceof Error && 'errcode' in cause ? Number(cause.errcode) & 0xff : 0
  return code === 8 || code === 14
}
