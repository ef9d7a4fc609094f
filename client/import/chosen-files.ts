import { uploadRules } from '../../server/contract/uploads.ts'

/** A file that the user picked or dropped, with its path in what was picked. */
export interface ChosenFile {
  readonly path: string
  readonly file: File
}

export interface Chosen {
  /** What will be sent, by path. */
  readonly taken: readonly ChosenFile[]
  /** Paths of what is no part of a dataset. */
  readonly left: readonly string[]
  readonly bytes: number
  /** Whether a description is among them, or may be in an archive; where none is, the columns are looked at first. */
  readonly described: boolean
  /** Why it cannot be sent as it is. */
  readonly problem: 'nothing' | 'tooMany' | 'tooLarge' | undefined
}

/** Sorts what was picked into what belongs to a dataset and what does not, and says what is missing. */
export function sortOut(files: readonly ChosenFile[]): Chosen {
  const sorted = files.toSorted(byPath)
  const taken = sorted.filter(({ path }) => uploadRules.belongs(path))
  const left = sorted.filter((file) => !taken.includes(file)).map(({ path }) => path)
  const bytes = taken.reduce((sum, { file }) => sum + file.size, 0)
  const described = taken.some(({ path }) => /(^|\/)dataset\.json$|\.zip$/i.test(path))
  return { taken, left, bytes, described, problem: problemOf(taken, bytes) }
}

function problemOf(taken: readonly ChosenFile[], bytes: number): Chosen['problem'] {
  if (taken.length === 0) return 'nothing'
  if (uploadRules.limits.files < taken.length) return 'tooMany'
  return uploadRules.limits.bytes < bytes ? 'tooLarge' : undefined
}

function byPath(a: ChosenFile, b: ChosenFile): number {
  return a.path < b.path ? -1 : 1
}
