import type { SigningKey } from '../domain/signing-key.ts'
import { bagProblems } from './checks/bag.ts'
import { claimProblems } from './checks/claims.ts'
import { custodyProblems } from './checks/custody.ts'
import { checkSignature } from './checks/signature.ts'
import { unzip } from './checks/unzip.ts'
import { type Archive, inMemory, isMadeOf } from './formats/archive.ts'
import { zipChunks } from './formats/zip.ts'

export interface Verification {
  readonly ok: boolean
  /** Files that were read. */
  readonly files: number
  /** One sentence each: what is wrong and with which file. */
  readonly problems: string[]
  /** The key that signed it; absent where it is unsigned or anything is wrong with it. */
  readonly signedBy?: SigningKey
}

/** Problems said in full; what is over is counted. */
const mostProblems = 50

/**
 * Checks a sealed package against itself, without a network and without trusting it: every file listed and unchanged, none added or missing,
 * nothing hidden in the archive around the files, every claim resting on evidence that is there, and the signature made by the key that the package names, and by `expected`
 * (its fingerprint or how that begins, at least 16 digits) where it is given. Whose key it is, no package can say.
 */
export async function verifyPackage(
  given: Uint8Array | Archive,
  expected?: string,
): Promise<Verification> {
  const { folder, files, problems } = await unzip(given)
  if (0 < problems.length) return verification(files.size, problems)
  const signature = checkSignature(files)
  const found = [
    ...bagProblems(files),
    ...claimProblems(files),
    ...custodyProblems(files),
    ...signature.problems,
    ...(signature.problems.length === 0 ? keyProblems(signature.key, expected) : []),
  ]
  if (0 < found.length) return verification(files.size, found)
  const archive = given instanceof Uint8Array ? inMemory(given) : given
  const isSealed = await isMadeOf(archive, zipChunks(folder, files))
  const checked = verification(files.size, isSealed ? [] : [repacked])
  return checked.ok && signature.key !== undefined
    ? { ...checked, signedBy: signature.key }
    : checked
}

function keyProblems(key: SigningKey | undefined, expected: string | undefined): string[] {
  if (expected === undefined) return []
  if (key === undefined)
    return [`The package is not signed, and the key ${expected} was asked for.`]
  if (key.fingerprint.startsWith(expected.toLowerCase())) return []
  return [`The package is signed with the key ${key.fingerprint}, not with ${expected}.`]
}

const repacked =
  'The files are as they were sealed, but the archive around them is not: it was packed again by another program, or something was changed in or added to it.'

function verification(files: number, problems: readonly string[]): Verification {
  const rest = problems.length - mostProblems
  return {
    ok: problems.length === 0,
    files,
    problems: [
      ...problems.slice(0, mostProblems),
      ...(0 < rest ? [`There are ${rest} more problems.`] : []),
    ],
  }
}
