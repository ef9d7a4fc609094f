import type { Beside, History, Step } from './history.ts'

/** How many first steps two ways have in common. */
export function sharedSteps(a: readonly Step[], b: readonly Step[]): number {
  const apart = a.findIndex(({ id }, index) => b[index]?.id !== id)
  return apart === -1 ? a.length : apart
}

/** A way that was left, told apart from where it leaves the way one is on. */
export interface Branch {
  /** Id of its last step, which no other way ends in. */
  readonly id: number
  /** How many steps are done where it leaves. */
  readonly leaves: number
  readonly own: readonly Step[]
}

/** The ways that were left, latest first. */
export function branchesOf({ steps, branches }: History): readonly Branch[] {
  return branches.toReversed().flatMap((way) => {
    const leaves = sharedSteps(way, steps)
    const last = way.at(-1)
    return last === undefined ? [] : [{ id: last.id, leaves, own: way.slice(leaves) }]
  })
}

/**
 * Goes over to a way that was left; the one that is given up for it is kept in its place. Nothing is done or undone by it, so
 * that it waits until no more is done than both have in common; the same value otherwise.
 */
export function goOver(history: History, id: number): History {
  const { steps, done, branches } = history
  const way = branches.find((branch) => branch.at(-1)?.id === id)
  if (way === undefined || sharedSteps(way, steps) < done) return history
  const others = branches.filter((branch) => branch !== way)
  const isPart = sharedSteps(steps, way) === steps.length
  return { steps: way, done, branches: isPart ? others : [...others, steps] }
}

/**
 * The log with a step that changes nothing of the view, put where one stands: what was undone can still be redone after it,
 * for looking at another date must not cost that.
 */
export function noteBeside(history: History, step: Step): History {
  const { steps, done, branches } = history
  const put = (way: readonly Step[]) => [...way.slice(0, done), step, ...way.slice(done)]
  return {
    steps: put(steps),
    done: done + 1,
    branches: branches.map((way) => (sharedSteps(way, steps) < done ? way : put(way))),
  }
}

/** What can be moved along, step upon step, before anything else is done. */
type Moved = 'asOf' | 'knownAt' | 'window' | 'filter'

/** The log after another move of the cursor: moves that follow each other are one step. */
export function noteDate(history: History, step: Step): History {
  return noteMove(history, step, 'asOf')
}

/** The log after another move of the same thing: moves that follow each other are one step, from where the first began. */
export function noteMove(history: History, step: Step, part: Moved): History {
  const last = history.done === 0 ? undefined : history.steps[history.done - 1]
  const [was, now] = [last?.beside?.[part], step.beside?.[part]]
  const follows = last?.name.code === step.name.code
  if (last === undefined || !follows || was === undefined || now === undefined)
    return noteBeside(history, step)
  const beside: Beside = { ...last.beside, [part]: { was: was.was, is: now.is } }
  const merged = { ...last, at: step.at, name: step.name, beside }
  const put = (way: readonly Step[]) => way.map((own) => (own.id === last.id ? merged : own))
  return { ...history, steps: put(history.steps), branches: history.branches.map(put) }
}
