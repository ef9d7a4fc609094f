import { compareText } from '../domain/canonical.ts'
import type { GraphNode } from '../domain/graph.ts'
import type { Link } from '../domain/link.ts'
import type { Ring } from '../domain/ring.ts'
import type { IsoDate, Probability } from '../domain/units.ts'
import { bridgesOf } from './bridges.ts'
import { byPart } from './by-part.ts'
import { describeRing } from './describe.ts'
import { divide } from './divide.ts'
import { joinSteps } from './join.ts'
import { ranked } from './rank.ts'
import { stepsOf } from './steps.ts'

/**
 * The rings of a store, by rank. Every shop is in at most one; a ring has two shops or more and is connected within itself.
 *
 * Connected components of the links at `threshold` and above, joined surest first under a bridge guard (see guard.ts); only
 * components of more than `maxSize` shops are divided by communities (see divide.ts), because a chain of re-registrations is
 * long and thin and modularity cuts it. Links and shops in any order give the same rings. A link that would have joined two
 * parts and did not is kept on both as a proposed bridge with the reason.
 */
export function findRings(
  { links, shops }: { readonly links: readonly Link[]; readonly shops: readonly GraphNode[] },
  options: { readonly threshold: Probability; readonly seed: number; readonly maxSize: number },
): readonly Ring[] {
  const steps = stepsOf(links, options.threshold)
  const { parts, apart } = joinSteps(steps)
  const stepsIn = byPart(steps, parts)
  const groups = parts.flatMap((part, index) => divide(part, stepsIn[index] ?? [], options))
  const stepsInGroup = byPart(steps, groups)
  const bridges = bridgesOf({ steps, groups, apart, maxSize: options.maxSize })
  const nodes = new Map(shops.map((shop) => [shop.key, shop]))
  const newest = newestDay(shops)
  return ranked(
    groups.flatMap((group, index) =>
      group.length < 2
        ? []
        : [
            describeRing({
              shops: group,
              steps: stepsInGroup[index] ?? [],
              bridges: bridges[index] ?? [],
              nodes,
              newest,
            }),
          ],
    ),
  )
}

function newestDay(shops: readonly GraphNode[]): IsoDate | undefined {
  return shops
    .flatMap(({ lives }) => lives.flatMap(({ from, to }) => [from, to]))
    .filter((day) => day !== undefined)
    .reduce<IsoDate | undefined>(
      (newest, day) => (newest === undefined || compareText(newest, day) < 0 ? day : newest),
      undefined,
    )
}
