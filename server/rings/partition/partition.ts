import { compareText } from '../../domain/canonical.ts'
import type { Link } from '../../domain/link.ts'
import type { ProposedBridge } from '../../domain/ring.ts'
import { bridgesOf } from '../bridges.ts'
import { byPart } from '../by-part.ts'
import { type Denial, type Denials, denialsByShop, denialsOf } from '../denials.ts'
import { divide } from '../divide.ts'
import { joinSteps } from '../join.ts'
import { compareSteps, type Step, stepsOf } from '../steps.ts'
import { componentsOf } from './components.ts'

/** Shops that belong together, with what holds them and what would have made them one with others. A shop alone is a group of its own. */
export interface Group {
  readonly shops: readonly string[]
  /** Those with both ends in the group, surest first. */
  readonly steps: readonly Step[]
  readonly bridges: readonly ProposedBridge[]
}

/** Shops that steps connect, and how they are divided. What happens in one component has no part in any other. */
export interface Component {
  /** Sorted. */
  readonly shops: readonly string[]
  readonly steps: readonly Step[]
  readonly groups: readonly Group[]
}

/** By first shop. Shops that no step touches are in none. */
export type Partition = readonly Component[]

export interface PartitionOptions {
  /** Links at or above it are steps. */
  readonly threshold: number
  readonly seed: number
  /** Components of more shops are divided. */
  readonly maxSize: number
}

/** How all links divide the shops. */
export function partitionOf(links: readonly Link[], options: PartitionOptions): Partition {
  const denials = denialsByShop(denialsOf(links))
  return componentsOf(stepsOf(links, options.threshold)).map((steps) =>
    dividedInto(steps, denials, options),
  )
}

/**
 * The same as {@link partitionOf} over all links, when `previous` was that of the links before: only components that a changed pair touches are divided anew.
 * `changed` holds, for every two shops of which any link came, went or reads otherwise, all the links that they have now; `denied` all that people call different now.
 */
export function redivide(
  previous: Partition,
  {
    changed,
    denied,
  }: {
    readonly changed: readonly {
      readonly a: string
      readonly b: string
      readonly links: readonly Link[]
    }[]
    readonly denied: readonly Denial[]
  },
  options: PartitionOptions,
): Partition {
  const ends = new Set(changed.flatMap(({ a, b }) => [a, b]))
  const pairs = new Set(changed.flatMap(({ a, b }) => [`${a}\0${b}`, `${b}\0${a}`]))
  const isTouched = ({ shops }: Component) => shops.some((shop) => ends.has(shop))
  const kept = previous
    .filter(isTouched)
    .flatMap(({ steps }) => steps.filter(({ a, b }) => !pairs.has(`${a}\0${b}`)))
  const come = stepsOf(
    changed.flatMap(({ links }) => links),
    options.threshold,
  )
  const denials = denialsByShop(denied)
  return [
    ...previous.filter((component) => !isTouched(component)),
    ...componentsOf([...kept, ...come].sort(compareSteps)).map((steps) =>
      dividedInto(steps, denials, options),
    ),
  ].toSorted((x, y) => compareText(x.shops[0] ?? '', y.shops[0] ?? ''))
}

function dividedInto(
  steps: readonly Step[],
  denials: Denials,
  options: PartitionOptions,
): Component {
  const { parts, apart } = joinSteps(steps, denials)
  const stepsIn = parts.length === 1 ? [steps] : byPart(steps, parts)
  const groups = parts.flatMap((part, index) => divide(part, stepsIn[index] ?? [], options))
  const [group = []] = groups
  // Most components are one group, which then holds all steps and has no bridge.
  if (groups.length === 1)
    return { shops: group, steps, groups: [{ shops: group, steps, bridges: [] }] }
  const stepsInGroup = byPart(steps, groups)
  const bridges = bridgesOf({ steps, groups, apart, maxSize: options.maxSize })
  return {
    shops: groups.flat().toSorted(compareText),
    steps,
    groups: groups.map((shops, place) => ({
      shops,
      steps: stepsInGroup[place] ?? [],
      bridges: bridges[place] ?? [],
    })),
  }
}
