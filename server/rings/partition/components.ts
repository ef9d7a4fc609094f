import { compareText } from '../../domain/canonical.ts'
import { byPart } from '../by-part.ts'
import { piecesOf } from '../pieces.ts'
import { compareSteps, type Step } from '../steps.ts'

/** The steps of every set of shops that steps connect, by its first shop; within each surest first. */
export function componentsOf(steps: readonly Step[]): Step[][] {
  const shops = [...new Set(steps.flatMap(({ a, b }) => [a, b]))].toSorted(compareText)
  const components = piecesOf(shops, steps).toSorted((x, y) => compareText(x[0] ?? '', y[0] ?? ''))
  return byPart(steps.toSorted(compareSteps), components)
}
