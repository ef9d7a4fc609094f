import type { Figure } from '../figures.ts'
import type { Said } from './ring-sources.ts'

/** Bins of equal mass. */
const bins = 15

/**
 * How right the factories of rings are. Rings that no record leads from to a factory are counted and not scored: there is nothing to rank. `ECE` is of the
 * likeliest factory of each ring, `ECE of all` of every factory and of the unknown one.
 */
export function ringFigures(all: readonly Said[]): Figure[] {
  const said = all.filter(({ factories }) => factories.length !== 0)
  const first = said.flatMap(({ factories: [top] }) => top ?? [])
  const every = said.flatMap(({ factories, unknown }) => [...factories, unknown])
  const among = said.filter(({ unknown }) => !unknown.right).length
  return [
    { name: 'rings', value: all.length, unit: 'count' },
    { name: 'rings with a factory to rank', value: said.length, unit: 'count' },
    { name: 'true factory among those ranked', value: among / said.length, unit: 'share' },
    {
      name: 'top-1',
      value: first.filter(({ right }) => right).length / said.length,
      unit: 'share',
    },
    { name: 'Brier', value: brier(first), unit: 'squared error' },
    { name: 'ECE', value: expectedError(first), unit: 'error' },
    { name: 'ECE of all', value: expectedError(every), unit: 'error' },
  ]
}

type Rated = Said['unknown']

function brier(rated: readonly Rated[]): number {
  const squared = rated.map(({ probability, right }) => (probability - Number(right)) ** 2)
  return squared.reduce((sum, own) => sum + own, 0) / rated.length
}

/** Expected calibration error (Naeini et al. 2015) over bins of equal mass. */
function expectedError(rated: readonly Rated[]): number {
  const sorted = rated.toSorted((a, b) => a.probability - b.probability)
  const gaps = Array.from({ length: bins }, (_, bin) => {
    const end = (place: number) => Math.floor((place * sorted.length) / bins)
    const own = sorted.slice(end(bin), end(bin + 1))
    return Math.abs(
      own.reduce((sum, { probability, right }) => sum + probability - Number(right), 0),
    )
  })
  return gaps.reduce((sum, gap) => sum + gap, 0) / sorted.length
}
