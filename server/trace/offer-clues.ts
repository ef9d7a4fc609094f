import { compareText } from '../domain/canonical.ts'
import { foldText } from '../linkage/fold-text.ts'
import { type Clue, counted } from './clue.ts'
import { type Lifts, regionOf } from './goods-by-place.ts'
import { listOf } from './list-of.ts'
import type { ShopWindows } from './shop-windows.ts'
import type { ShownAlike } from './shown-alike.ts'
import type { Supply } from './supply.ts'

/** What a ring's shops offer, against what other shops do. */
export interface Offers {
  /** Pictures in common with other shops of a factory, by factory. */
  readonly alike: ReadonlyMap<string, ShownAlike>
  readonly titles: ReturnType<ShopWindows['titlesOf']>
  readonly lift: Lifts
}

interface OfferContext extends Offers {
  readonly shops: readonly string[]
  readonly supply: Supply
}

/** What offers of a ring say of one factory. */
export function offerClues(target: string, context: OfferContext): Clue[] {
  return [
    ...pictures(target, context),
    ...listings(target, context),
    ...trade(target, context),
    ...goods(target, context),
  ]
}

/** Pictures in common with other shops that it is said to supply. */
function pictures(target: string, { alike }: OfferContext): Clue[] {
  const own = alike.get(target)
  return own === undefined ? [] : [counted('shared-pictures', own.pictures, own.records)]
}

/** Shorter names are words of everyday language. */
const shortestName = 4

/** Listings of the ring that write its name. */
function listings(target: string, { titles, supply: { nodes } }: OfferContext): Clue[] {
  const name = foldText(nodes.get(target)?.name ?? '')
  if (name.length < shortestName) return []
  const own = titles.filter(({ title }) => title.includes(name))
  const records = [...new Set(own.map(({ record }) => record))].toSorted(compareText)
  return [counted('named-in-listings', records.length, records)]
}

/** Whether the other shops that it supplies, and those that its region does, sell what the ring sells. */
function goods(target: string, { lift, supply: { nodes } }: OfferContext): Clue[] {
  const region = regionOf(nodes.get(target)) ?? ''
  const own = lift.of(target)
  const around = lift.around(region, target)
  return [
    { says: 'usual-goods', amount: own.bits, count: own.shops, records: [] },
    { says: 'regional-goods', amount: around.bits, count: around.shops, records: [] },
  ]
}

/** Whether it makes what the ring sells; nothing where either is unknown. */
function trade(target: string, { shops, supply }: OfferContext): Clue[] {
  const { nodes, productsStated } = supply
  const factory = nodes.get(target)
  const made = listOf(factory, 'products')
  const sold = new Set(shops.flatMap((shop) => listOf(nodes.get(shop), 'categories')))
  if (made.length === 0 || sold.size === 0) return []
  const fits = made.some((product) => sold.has(product))
  const records = productsStated.get(target) ?? []
  return [{ says: fits ? 'same-goods' : 'other-goods', amount: 1, count: made.length, records }]
}
