/** What a job is doing now; a permanent code that clients translate. */
export type Stage = 'fetch' | 'unpack' | 'read' | 'write' | 'compare' | 'rings' | 'publish'

export interface Progress {
  readonly stage: Stage
  /** Files, rows, nodes, pairs or rings so far, by stage. */
  readonly done: number
  /** Absent when nobody knows how much there is. */
  readonly total?: number | undefined
}

export type OnProgress = (progress: Progress) => void
