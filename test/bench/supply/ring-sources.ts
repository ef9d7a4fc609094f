import type { Ring } from '../../../server/domain/ring.ts'
import { grouped } from '../../../server/trace/grouped.ts'
import type { Supply } from '../../../server/trace/supply.ts'
import { traceRing } from '../../../server/trace/trace-ring.ts'
import type { TrueSupply } from './made-supply.ts'

/** What was said of one ring's factories. */
export interface Said {
  /** Probabilities of the factories, likeliest first, each with whether it is the true one. */
  readonly factories: readonly { readonly probability: number; readonly right: boolean }[]
  /** What is left for a factory that no record leads to, and whether it was one. */
  readonly unknown: { readonly probability: number; readonly right: boolean }
}

/** One ring after the other; those whose true source nobody knows are left out. */
export function saidOfRings(
  rings: readonly Ring[],
  supply: Supply,
  truth: ReadonlyMap<string, TrueSupply>,
): Said[] {
  return rings.flatMap((ring) => {
    const source = sourceOf(ring, truth)
    return source === undefined ? [] : [saidOf(ring, supply, source)]
  })
}

/** The factory that supplies most shops of a ring; of several that do, the one whose latest shop began last. */
export function sourceOf(
  { members }: Pick<Ring, 'members'>,
  truth: ReadonlyMap<string, TrueSupply>,
): string | undefined {
  const known = members.flatMap(({ shop }) => truth.get(shop) ?? [])
  const shops = grouped(
    known,
    ({ factory }) => factory,
    (own) => own,
  )
  const latest = (own: readonly TrueSupply[]) => Math.max(...own.map(({ started }) => started))
  return [...shops].toSorted(([, a], [, b]) => b.length - a.length || latest(b) - latest(a))[0]?.[0]
}

function saidOf(ring: Ring, supply: Supply, source: string): Said {
  const factories = traceRing(ring, supply)
    .flatMap(({ probability, target }) =>
      probability === undefined ? [] : [{ probability, right: target === source }],
    )
    .toSorted((a, b) => b.probability - a.probability)
  const named = factories.reduce((sum, { probability }) => sum + probability, 0)
  return {
    factories,
    unknown: { probability: 1 - named, right: !factories.some(({ right }) => right) },
  }
}
