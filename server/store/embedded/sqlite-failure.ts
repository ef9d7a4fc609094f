import { FailureError } from '../../domain/failure.ts'

/** What the primary result codes of SQLite mean to the person at the keyboard, and what to do. */
const sentences: Readonly<Record<number, (path: string) => string>> = {
  5: inUse,
  6: inUse,
  8: cannotWrite,
  10: (path) =>
    `The disk did not read or write ${path}; check the disk, and keep the store on a local one.`,
  11: (path) =>
    `${path} is damaged; restore it from a backup, or load the datasets again into a new folder.`,
  13: (path) => `The disk that holds ${path} is full; free some space and start again.`,
  14: (path) =>
    `${path} cannot be opened; check that the folder exists, and that this user may read and write there.`,
  26: (path) => `${path} is not a Revenant store; choose another folder.`,
}

/** The sentence for an error of SQLite; any other error is passed through. */
export function sqliteFailure(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
  const sentence = sentences[code]
  return sentence ? new FailureError(sentence(path), { cause: error }) : error
}

/** Also of a store that is opened to be worked with, before any work is done in vain. */
export function cannotWrite(path: string): string {
  return `${path} cannot be written; give this user write permission on it and its folder, or copy the folder to where this user may write, and name the copy with --store. Commands that only read can be used as it is.`
}

function inUse(path: string): string {
  return `Another process is writing to the store ${path}; wait until it is done, or end it, and start again.`
}
