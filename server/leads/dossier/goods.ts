import type { GoodsStanding } from '../goods-standing.ts'
import type { DossierInput } from './dossier.ts'

/** Shops named on the cover; section 5 has all. */
const mostNames = 10

/** A standing as the table of shops says it. */
export function standingText(
  { standing, on, genuineOn }: GoodsStanding,
  { evidence }: DossierInput['words'],
): string {
  const known = evidence.standings[standing](on ?? genuineOn ?? '')
  const isTold = genuineOn === undefined || standing === 'genuine'
  return isTold ? known : `${known}\n${evidence.standings.genuine(genuineOn)}`
}

/** Against which shops action is asked for, and which are to be tested first; nothing when none is open. */
export function goodsSummary({ goods, words, context }: DossierInput): string[] {
  const { evidence } = words
  const live = [...goods].filter(([, { isLive }]) => isLive)
  if (live.length === 0) return []
  const named = (isAsked: (standing: GoodsStanding) => boolean) => {
    const shops = live.filter(([, standing]) => isAsked(standing)).map(([shop]) => shop)
    const names = shops.slice(0, mostNames).map(context.nameOf)
    const rest = shops.length - names.length
    return {
      count: shops.length,
      names: [...names, ...(rest === 0 ? [] : [evidence.moreInShops(rest)])].join('; '),
    }
  }
  const verified = named(({ standing }) => standing === 'verified')
  const others = named(({ standing }) => standing !== 'verified')
  return [
    verified.count === 0 ? evidence.actOnNone : evidence.actOn(verified.count, verified.names),
    ...(others.count === 0 ? [] : [evidence.toTest(others.count, others.names)]),
  ]
}
