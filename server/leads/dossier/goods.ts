import { type GoodsStanding, goodsStandings } from '../goods-standing.ts'
import type { DossierInput } from './dossier.ts'

/** Shops named on the cover; section 5 has all. */
const mostNames = 10

/** What is known of the goods of each live shop. */
export function liveGoods({ context }: DossierInput): ReadonlyMap<string, GoodsStanding> {
  const { core, nodes, shops } = context
  return goodsStandings({
    shops: shops.map((shop) => ({ shop, lives: nodes.get(shop)?.lives ?? [] })),
    records: core.events,
    asOf: core.run.asOf,
  })
}

/** A standing as the table of shops says it. */
export function standingText(
  standing: GoodsStanding | undefined,
  { evidence }: DossierInput['words'],
): string {
  if (standing === undefined) return '–'
  const { on, genuineOn } = standing
  const found = on === undefined ? undefined : evidence.verified(on)
  const known = found ?? evidence[standing.standing === 'untested' ? 'untested' : 'inferred']
  return genuineOn === undefined ? known : `${known}\n${evidence.genuine(genuineOn)}`
}

/** Against which shops action is asked for, and which are to be tested first; nothing when none is open. */
export function goodsSummary(input: DossierInput): string[] {
  const { evidence } = input.words
  const standings = [...liveGoods(input)]
  if (standings.length === 0) return []
  const named = (isAsked: (standing: GoodsStanding) => boolean) => {
    const shops = standings.filter(([, standing]) => isAsked(standing)).map(([shop]) => shop)
    const names = shops.slice(0, mostNames).map(input.context.nameOf)
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
