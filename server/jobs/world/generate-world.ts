import { worldEnds } from './calendar.ts'
import { decisionRows } from './decisions.ts'
import { diceFor, streams } from './dice.ts'
import { type KindRow, piecesOf, type WorldKind, type WorldPiece, worldKinds } from './pieces.ts'
import { type Plan, planWorld, type WorldCounts, type WorldOptions } from './plan.ts'
import { listingRows } from './record-listings.ts'
import { lifeRows } from './record-lives.ts'
import { keyOf, type Recording, recordShop } from './record-shop.ts'
import { shopId } from './shop-id.ts'
import { toDescription, type WorldRow } from './tables.ts'
import { sharedOf } from './traits.ts'
import type { TrueShop } from './true-shop.ts'

/**
 * A synthetic market with its truth, piece by piece, in memory that grows by some thirty bytes a shop. docs/world.md says what is
 * modelled, with which figures and where they are from. Equal options give equal bytes.
 */
export function* generateWorld(options: WorldOptions): Generator<WorldPiece, WorldCounts> {
  const plan = planWorld(options)
  const begun = new Set<WorldKind>()
  yield* piecesOf(rowsOf(plan, options), begun)
  const files = worldKinds
    .filter((kind) => kind !== 'truth' && begun.has(kind))
    .map((kind) => ({ file: `${kind}.csv`, kind }))
  yield { path: 'data/dataset.json', text: toDescription(aboutWorld(options), files) }
  const { shops, controllers, successions } = plan
  return { shops, controllers, successions }
}

function* rowsOf(plan: Plan, options: WorldOptions): Generator<KindRow> {
  const { market, shops } = plan
  for (let index = 0; index < market.factories; index++) {
    const { id, ...about } = market.factoryAt(index)
    yield { kind: 'factory', row: { factory_id: id, country: 'CN', ...about } }
  }
  for (let position = 0; position < shops; position++) {
    yield* shopRows(plan, position, options)
  }
  if (options.labels === 0) return
  for (const row of decisionRows(plan, options)) yield { kind: 'decision', row }
}

function* shopRows(plan: Plan, position: number, { seed }: WorldOptions): Generator<KindRow> {
  const { cast, place } = plan.shopAt(position)
  const shops = plan.castAt(cast)
  const shop = shops[place]
  if (shop === undefined) throw new Error(`cast ${cast} has no shop ${place}`)
  const recording: Recording = {
    id: shopId(position),
    shop,
    dice: diceFor(seed, streams.record, position),
    coverage: plan.coverage,
  }
  const nameOf = (other: number | undefined) => {
    const named = other === undefined ? undefined : shops[other]
    if (other === undefined || named === undefined) return undefined
    return `${named.platform.name}/${shopId(plan.positionOf(cast, other))}`
  }
  const recorded = recordShop(recording)
  yield { kind: 'shop', row: recorded.shop }
  for (const row of recorded.links) yield { kind: 'link', row }
  const supplier = nameOf(shop.resellsFor)
  if (supplier !== undefined) {
    yield { kind: 'link', row: { ...keyOf(recording), kind: 'resells_for', value: supplier } }
  }
  for (const row of lifeRows(recording)) yield { kind: 'life', row }
  for (const row of listingRows(recording)) yield { kind: 'listing', row }
  yield { kind: 'truth', row: truthRow(recording, cast, nameOf(shop.predecessor)) }
}

function truthRow(recording: Recording, cast: number, predecessor: string | undefined): WorldRow {
  const { shop } = recording
  return {
    ...keyOf(recording),
    controller: `c${cast + 1}-${shop.controller + 1}`,
    predecessor,
    trap: trapsOf(shop),
    changed: shop.changed(),
  }
}

/** What a linkage could fall for at this shop: what it was cast as, and what it shares with strangers. */
function trapsOf({ traps, traits }: TrueShop): string[] {
  const shared = sharedOf(traits()).map((what) => what.split('/')[0] ?? '')
  return [...new Set([...traps, ...shared])]
}

function aboutWorld({ shops, seed, evasion, twin }: WorldOptions): Record<string, unknown> {
  const kind = twin ? ' without successions' : `, evasion ${evasion}`
  return {
    name: `world-${shops}-${seed}${twin ? '-twin' : ''}`,
    source: `synthetic: revenant generate, ${shops} shops, seed ${seed}${kind}`,
    licence: 'CC0-1.0',
    asOf: worldEnds,
    timeZone: 'Asia/Shanghai',
    phoneRegion: 'CN',
  }
}
