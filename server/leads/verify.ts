import { bagProblems } from './checks/bag.ts'
import { claimProblems } from './checks/claims.ts'
import { unzip } from './checks/unzip.ts'
import { zipOf } from './formats/zip.ts'

export interface Verification {
  readonly ok: boolean
  /** Files that were read. */
  readonly files: number
  /** One sentence each: what is wrong and with which file. */
  readonly problems: string[]
}

/** Problems said in full; what is over is counted. */
const mostProblems = 50

/**
 * Checks a sealed package against itself, without a network and without trusting it: every file listed and unchanged, none added or missing,
 * nothing hidden in the archive around the files, and every claim resting on evidence that is there. It cannot tell who sealed it: it is unsigned.
 */
export async function verifyPackage(bytes: Uint8Array): Promise<Verification> {
  const { folder, files, problems } = await unzip(bytes)
  if (0 < problems.length) return verification(files.size, problems)
  const found = [...bagProblems(files), ...claimProblems(files)]
  if (0 < found.length) return verification(files.size, found)
  const sealed = await zipOf(folder, files)
  return verification(files.size, Buffer.compare(sealed, bytes) === 0 ? [] : [repacked])
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
