/** One measured number; what it should be is part of the test, not of what is printed. */
export interface TortureFigure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** Anything else fails the run; absent where a figure is only told. */
  readonly expected?: number | undefined
  /** Cases that were missed, at most a few, for whoever looks into it. */
  readonly missed?: readonly string[] | undefined
}

/** How many of some cases held, which should be all of them. */
export function allOf(name: string, cases: number, missed: readonly string[]): TortureFigure {
  return {
    ...{ name, value: cases - missed.length, unit: `of ${cases}`, expected: cases },
    missed: missed.slice(0, mostMissed),
  }
}

/** How many things were found that should not be there at all. */
export function noneOf(name: string, unit: string, found: readonly string[]): TortureFigure {
  return { name, value: found.length, unit, expected: 0, missed: found.slice(0, mostMissed) }
}

const mostMissed = 10

/** Prints a figure as a line of JSON, what was missed beside it on standard error; answers whether it is as expected. */
export function told({ name, value, unit, expected, missed = [] }: TortureFigure): boolean {
  process.stdout.write(`${JSON.stringify({ name, value, unit })}\n`)
  for (const one of missed) process.stderr.write(`${name}: ${one}\n`)
  return expected === undefined || value === expected
}
