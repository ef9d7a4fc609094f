import type { Score } from '../../server/rings/accuracy.ts'
import { type Figure, figuresOf, print } from './figures.ts'

/** A figure that there may be no value for; it is then left out. */
export type MaybeFigure = Omit<Figure, 'value'> & { readonly value: number | null }

/** Prints all figures of a score, beside each the same of other methods. */
export function printScores(
  label: string,
  ours: Score,
  others: Readonly<Record<string, Score>>,
): void {
  const beside = Object.fromEntries(
    Object.entries(others).map(([method, score]) => [method, figuresOf(score)]),
  )
  printBeside(label, figuresOf(ours), beside)
}

/** Prints figures, beside each the figure of the same name that other methods have. */
export function printBeside(
  label: string,
  ours: readonly MaybeFigure[],
  others: Readonly<Record<string, readonly MaybeFigure[]>>,
): void {
  for (const { name, value, unit } of ours) {
    if (value === null) continue
    const beside = Object.entries(others).map(([method, figures]) => {
      const other = figures.find((own) => own.name === name)?.value
      return [method, other ?? undefined] as const
    })
    print({ name: `${label}${name}`, value, unit }, Object.fromEntries(beside))
  }
}
