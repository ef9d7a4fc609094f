import { sweepDays, worldEnds } from './calendar.ts'
import { type Dice, dice as diceOf } from './dice.ts'
import { decisionRows } from './labels.ts'
import { type Market, market } from './market.ts'
import { companyRows, listingRows, type NamedShop, shopRow, truthRow } from './recorded.ts'
import { honestSeller, operator, type TrueShop } from './sellers.ts'
import { toCsv, toDescription, type WorldFile, worldFile } from './tables.ts'
import { maker } from './traits.ts'

export interface WorldOptions {
  readonly shops: number
  readonly seed: number
  /** From 0, where a return changes little, to 4, where hardly anything stays. */
  readonly evasion: number
  /** The same kind of market in which nobody comes back: every shop has a controller of its own. */
  readonly twin: boolean
  /** Share of controllers about whom decisions of known truth are written; 0 for none. */
  readonly labels: number
}

export interface World {
  /** Path within the world's folder → text. `data/` is a dataset, `truth/` is never loaded. */
  readonly files: ReadonlyMap<string, string>
  readonly shops: number
  readonly controllers: number
  readonly successions: number
}

/** Controllers who come back, per honest seller. */
const operatorsPerHonest = 0.08
const platforms = ['taobei.example', 'weigou.example', 'pinlane.example']

/**
 * A synthetic market with its truth. Honest sellers share parcel hubs, agents, payment shells, factories, picture packs and common names;
 * operators come back after closures and change what changes.ts says. Equal options give equal bytes. What it does not model yet:
 * shops that are sold or bought old, franchisees, families, numbers that are given out again.
 */
export function generateWorld(options: WorldOptions): World {
  const dice = diceOf(options.seed)
  const shared = market(options.shops, dice)
  const named = nameShops(sellersOf(options, shared, dice), dice)
  const nameOf = new Map(named.map((own) => [own.shop, own]))
  const truth = named.map((own) =>
    truthRow(
      own,
      own.shop.predecessor === undefined ? undefined : nameOf.get(own.shop.predecessor),
    ),
  )
  const files = filesOf(named, shared, options.labels, dice)
  return {
    files: new Map([
      ['data/dataset.json', toDescription(aboutWorld(options), files)],
      ...files.map((file): [string, string] => [`data/${file.file}`, toCsv(file)]),
      ['truth/truth.csv', toCsv(worldFile('truth', columns.truth, truth))],
    ]),
    shops: named.length,
    controllers: new Set(named.map(({ shop }) => shop.controller)).size,
    successions: truth.filter(({ predecessor }) => predecessor !== undefined).length,
  }
}

function sellersOf({ shops, evasion, twin }: WorldOptions, shared: Market, dice: Dice): TrueShop[] {
  const make = maker(dice, shared)
  const options = { evasion, sweeps: sweepDays(dice) }
  const all: TrueShop[] = []
  for (let n = 0; all.length < shops; n++) {
    const comesBack = !twin && dice.chance(operatorsPerHonest)
    const admired = all.length > 0 && dice.chance(0.5) ? dice.pick(all) : undefined
    const own = comesBack
      ? operator(`o${n}`, make, options)
      : honestSeller(`h${n}`, make, options, admired)
    all.push(...(twin ? own.slice(0, 1) : own))
  }
  return all.slice(0, shops)
}

/** Gives ids in an order that says nothing about who belongs together. */
function nameShops(shops: readonly TrueShop[], dice: Dice): NamedShop[] {
  return dice.shuffle(shops).map((shop, n) => ({
    platform: dice.pick(platforms),
    id: `s${String(n + 1).padStart(6, '0')}`,
    shop,
  }))
}

const columns = {
  shop: words(
    'platform shop_id name opened_on closed_on closed_because category brand registrant_name registrant_id registrant_kind phone email ' +
      'messenger device account account_scheme origin_address factory_id',
  ),
  link: words('platform shop_id kind value value_name value_scheme first_seen'),
  listing: words('platform shop_id listing_id title price currency brand image seen_on'),
  factory: words('factory_id name address country'),
  decision: words('a b verdict basis by on because'),
  truth: words('platform shop_id controller predecessor trap changed'),
}

function filesOf(
  named: readonly NamedShop[],
  { factories }: Market,
  labels: number,
  dice: Dice,
): WorldFile[] {
  const decisions = decisionRows(named, labels, dice)
  return [
    worldFile(
      'shop',
      columns.shop,
      named.map((own) => shopRow(own, dice)),
    ),
    worldFile(
      'link',
      columns.link,
      named.flatMap((own) => companyRows(own, dice)),
    ),
    worldFile(
      'listing',
      columns.listing,
      named.flatMap((own) => listingRows(own, dice)),
    ),
    worldFile(
      'factory',
      columns.factory,
      factories.map(({ id, name, address }) => ({ factory_id: id, name, address, country: 'CN' })),
    ),
    ...(decisions.length === 0 ? [] : [worldFile('decision', columns.decision, decisions)]),
  ]
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

function words(list: string): readonly string[] {
  return list.split(' ')
}
