import { compareTask } from './compare-pairs.ts'
import { meetTask } from './family-overlaps.ts'
import type { Task } from './hands.ts'
import { loneTask } from './lone-families.ts'
import { scoreTask } from './score.ts'
import { supplyTask } from './supply.ts'

/** Whatever a thread can be asked to lend a hand with. */
export const tasks = [
  compareTask,
  loneTask,
  meetTask,
  scoreTask,
  supplyTask,
] as const satisfies readonly Task<never, never, unknown>[]
