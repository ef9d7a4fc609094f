import { mulberry32 } from '../../server/domain/random.ts'

/** What a process says of its work: that bytes of a file begin to be written, that the file stands at its place, and that all of it is done. */
export interface Clean {
  /** From being ready to the first byte, in milliseconds. */
  readonly beforeMs: number
  /** From the first byte to the file at its place, in milliseconds. */
  readonly writingMs: number
  /** From being ready to done, in milliseconds. */
  readonly doneMs: number
}

/** When a process is killed: so long after it is ready, or after it begins to write. */
export interface KillPoint {
  readonly after: 'ready' | 'writing'
  readonly ms: number
}

/** How far the points reach past the end of one clean piece of work, so that its last moments and what follows are tried too. */
const past = 1.25

/**
 * Moments over the whole of one clean piece of work, from its first to after its last, each in a part of its own so that none is passed over. Writing is short beside what
 * goes before it: every second point is counted from its beginning, however long this machine takes until then today.
 */
export function killPoints(count: number, clean: Clean, seed: number): KillPoint[] {
  const random = mulberry32(seed)
  const halves = { ready: Math.ceil(count / 2), writing: Math.floor(count / 2) }
  const lengths = { ready: clean.doneMs, writing: clean.doneMs - clean.beforeMs }
  return Array.from({ length: count }, (_, index) => {
    const after = index % 2 === 0 ? 'ready' : 'writing'
    const part = (Math.floor(index / 2) + random()) / halves[after]
    return { after, ms: part * past * lengths[after] }
  })
}

/** Where in a piece of work a process was killed. */
export const phases = ['before', 'writing', 'written', 'done'] as const
type Phase = (typeof phases)[number]

export interface Words {
  /** What was done, by name. */
  readonly done: readonly string[]
  readonly phase: Phase
}

/** What the words of a killed process say of it; `done` means that it had just begun another piece, having finished at least one. */
export function wordsOf(said: readonly string[]): Words {
  const done = said.filter((word) => !marks.has(word))
  const last = said.at(-1)
  if (last === 'writing' || last === 'written') return { done, phase: last }
  return { done, phase: done.length === 0 ? 'before' : 'done' }
}

/** Said in between; everything else is the name of what is done. */
export const marks: ReadonlySet<string> = new Set(['ready', 'writing', 'written'])
