import type { SigningKey } from '../domain/signing-key.ts'
import type { TimeStamp } from '../domain/time-stamp.ts'
import { bagProblems } from './checks/bag.ts'
import { claimProblems } from './checks/claims.ts'
import { custodyProblems } from './checks/custody.ts'
import { checkSignature } from './checks/signature.ts'
import { unzip } from './checks/unzip.ts'
import { type Archive, inMemory, isMadeOf } from './formats/archive.ts'
import type { Contents } from './formats/content.ts'
import { zipChunks } from './formats/zip.ts'
import { checkStamp } from './stamp/check-stamp.ts'

export interface Verification {
  readonly ok: boolean
  /** Files that were read. */
  readonly files: number
  /** One sentence each: what is wrong and with which file. */
  readonly problems: string[]
  /** The key that signed it; absent where it is unsigned or anything is wrong with it. */
  readonly signedBy?: SigningKey
  /** What the time stamp beside it states; absent where none was given or anything is wrong. */
  readonly stamp?: StampOfFile
}

interface StampOfFile extends TimeStamp {
  /** The file inside whose bytes it is of, with the package's folder. */
  readonly of: string
}

/** Problems said in full; what is over is counted. */
const mostProblems = 50

/**
 * Checks a sealed package against itself, without a network and without trusting it: every file listed and unchanged, none added or missing,
 * nothing hidden in the archive around the files, every claim resting on evidence that is there, and the signature made by the key that the package names, and by `expected`
 * (its fingerprint or how that begins, at least 16 digits) where it is given; and the time stamp that lies beside it, where it is given. Whose key it is, and whose certificate, no package can say.
 */
export async function verifyPackage(
  given: Uint8Array | Archive,
  expected?: string,
  stamp?: Uint8Array,
): Promise<Verification> {
  const { folder, files, problems } = await unzip(given)
  if (0 < problems.length) return verification(files.size, problems)
  const signature = checkSignature(files)
  const stamped = stamp === undefined ? undefined : stampOf(stamp, files)
  const found = [
    ...bagProblems(files),
    ...claimProblems(files),
    ...custodyProblems(files),
    ...signature.problems,
    ...(signature.problems.length === 0 ? keyProblems(signature.key, expected) : []),
    ...(stamped?.problems ?? []),
  ]
  if (0 < found.length) return verification(files.size, found)
  const archive = given instanceof Uint8Array ? inMemory(given) : given
  const isSealed = await isMadeOf(archive, zipChunks(folder, files))
  const checked = verification(files.size, isSealed ? [] : [repacked])
  if (!checked.ok) return checked
  return {
    ...checked,
    ...(signature.key !== undefined && { signedBy: signature.key }),
    ...(stamped?.stamp !== undefined && {
      stamp: { ...stamped.stamp, of: `${folder}/${listFile}` },
    }),
  }
}

const listFile = 'tagmanifest-sha512.txt'

interface StampedBy {
  readonly problems: readonly string[]
  readonly stamp?: TimeStamp
}

/** A time stamp is of the bytes that the package's own signature covers. */
function stampOf(stamp: Uint8Array, files: Contents): StampedBy {
  const list = files.get(listFile)
  const checked = checkStamp(stamp, list instanceof Uint8Array ? list : new Uint8Array())
  if ('stamp' in checked) return { problems: [], stamp: checked.stamp }
  return {
    problems: [`The time stamp beside it is not one of this package: ${checked.failed.detail}.`],
  }
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
