/**
 * Parts of the suite that need something a machine may not have. A part that is not there registers no tests and
 * reports itself here; `hooks.ts` says so when the run ends, and with `CI=true` fails it.
 */
interface WholeRun {
  readonly missing: Map<string, string>
  /** Parts that no machine has to have. */
  readonly optional: Map<string, string>
  readonly endings: (() => Promise<void>)[]
}

const name = Symbol.for('revenant.whole-run')
const place = globalThis as { [name]?: WholeRun }

/** Mocha loads its hooks and the tests by different loaders, each with its own copy of this module: hence the global. */
place[name] ??= { missing: new Map(), optional: new Map(), endings: [] }
const wholeRun = place[name]

/** Says that a part is not run; `reason` completes the sentence `Neo4j: not run, because …`. */
export function report(part: string, reason: string): void {
  wholeRun.missing.set(part, reason)
}

/** Says the same of a part that a machine may well not have: the run tells of it, and never fails for it. */
export function reportOptional(part: string, reason: string): void {
  wholeRun.optional.set(part, reason)
}

/** One line a part that no machine has to have, and that was not run. */
export function optionalNotRun(): string[] {
  return [...wholeRun.optional].map(([part, reason]) => `${part}: not run, because ${reason}.`)
}

/** One line a part that was not run. */
export function notRun(): string[] {
  return [...wholeRun.missing].map(([part, reason]) => `${part}: not run, because ${reason}.`)
}

/** Does something once, after the last test of the whole run. */
export function atEnd(ending: () => Promise<void>): void {
  wholeRun.endings.push(ending)
}

/** Does what was left for the end. */
export async function end(): Promise<void> {
  for (const ending of wholeRun.endings.splice(0)) await ending()
}
