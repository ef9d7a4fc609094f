/** What a job is doing now; a permanent code that clients translate. */
export type Stage =
  | 'fetch'
  | 'unpack'
  | 'read'
  | 'write'
  | 'index'
  | 'compare'
  | 'rings'
  | 'publish'
  | 'erase'

export interface Progress {
  readonly stage: Stage
  /** Files, rows, nodes, pairs, rings, versions or parts so far, by stage. */
  readonly done: number
  /** Absent when nobody knows how much there is. */
  readonly total?: number | undefined
}

export type OnProgress = (progress: Progress) => void
