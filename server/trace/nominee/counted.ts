/** A figure with what it counts, by keys. */
export interface Counted {
  readonly value: number
  readonly keys: readonly string[]
  /** Where what is counted lies, and where it does not. */
  readonly apart?: Apart
}

/** Provinces by GB/T 2260, six digits. */
export interface Apart {
  /** By key, also of what is not counted. */
  readonly at: ReadonlyMap<string, string>
  /** The provinces that all is held against, each once, ascending. */
  readonly from: readonly string[]
}

export function countOf(keys: readonly string[]): Counted {
  const own = distinct(keys)
  return { value: own.length, keys: own }
}

export function distinct(keys: readonly string[]): string[] {
  return [...new Set(keys)]
}
