import { worldEnds } from './calendar.ts'
import { type Dice, diceFor, streams } from './dice.ts'
import type { Plan, WorldOptions } from './plan.ts'
import { shopId } from './shop-id.ts'
import type { WorldRow } from './tables.ts'
import { sharedOf } from './traits.ts'
import type { TrueShop } from './true-shop.ts'

/** A shop by its key, and whose it is in the whole world. */
interface Known {
  readonly key: string
  readonly cast: number
  readonly shop: TrueShop
}

/** Two shops to decide on, and why these two. */
interface Pair {
  readonly a: Known
  readonly b: Known
  readonly because: string
}

/** How many pairs of each kind are drawn for one controller at the most. */
const most = { strangersOfCast: 3, sharing: 2 }
const chances = { sharing: 0.6, plain: 0.15 }

/**
 * Decisions of known truth for a share of the controllers. For each of these: `same` for every succession, for each sister with the
 * controller's first shop, and for the two ends of a chain; `different` for strangers of the same cast, for strangers who use the same
 * hub, agent, pack, network or common name, and for some who have nothing in common. So there are easy and hard ones of both.
 */
export function* decisionRows(plan: Plan, { seed, labels }: WorldOptions): Generator<WorldRow> {
  const lastWith = new Map<string, Known>()
  let before: Known | undefined
  for (let cast = 0; cast < plan.casts; cast++) {
    const dice = diceFor(seed, streams.decision, cast)
    const known = plan.castAt(cast).map((shop, place): Known => {
      const id = shopId(plan.positionOf(cast, place))
      return { key: `${shop.platform.name}/${id}`, cast, shop }
    })
    const chosen = new Set(known.map(({ shop }) => shop.controller))
    for (const controller of chosen) {
      if (!dice.chance(labels)) chosen.delete(controller)
    }
    const pairs = [...chosen].flatMap((controller) => [
      ...samePairs(known, controller),
      ...strangerPairs(known, controller, dice),
      ...sharingPairs(known, controller, { lastWith, before, dice }),
    ])
    yield* once(pairs).map((pair) => decision(pair, dice))
    for (const own of known) {
      for (const shared of sharedOf(own.shop.traits())) lastWith.set(shared, own)
      before = own
    }
  }
}

function samePairs(known: readonly Known[], controller: number): Pair[] {
  const own = known.filter(({ shop }) => shop.controller === controller)
  const [first, last] = [own[0], own.at(-1)]
  if (first === undefined || last === undefined) return []
  const pairs = own.slice(1).map((b): Pair => {
    const { predecessor } = b.shop
    const a = predecessor === undefined ? first : (known[predecessor] ?? first)
    return { a, b, because: predecessor === undefined ? 'sister shops' : 'a succession' }
  })
  return own.length < 3 ? pairs : [...pairs, { a: first, b: last, because: 'far in one chain' }]
}

function strangerPairs(known: readonly Known[], controller: number, dice: Dice): Pair[] {
  const own = known.filter(({ shop }) => shop.controller === controller)
  return dice
    .shuffle(known.filter(({ shop }) => shop.controller !== controller))
    .slice(0, most.strangersOfCast)
    .map((b) => ({ a: dice.pick(own), b, because: `alike: ${b.shop.traps[0] ?? 'strangers'}` }))
}

interface Others {
  readonly lastWith: ReadonlyMap<string, Known>
  readonly before: Known | undefined
  readonly dice: Dice
}

function sharingPairs(
  known: readonly Known[],
  controller: number,
  { lastWith, before, dice }: Others,
): Pair[] {
  const a = dice.pick(known.filter(({ shop }) => shop.controller === controller))
  const sharing = sharedOf(a.shop.traits()).flatMap((shared): Pair[] => {
    const b = lastWith.get(shared)
    const because = `sharing: ${shared.split('/')[0]}`
    return b === undefined || !dice.chance(chances.sharing) ? [] : [{ a, b, because }]
  })
  const plain = before !== undefined && dice.chance(chances.plain)
  const unlike = plain ? [{ a, b: before, because: 'nothing in common' }] : []
  return [...sharing.slice(0, most.sharing), ...unlike]
}

function once(pairs: readonly Pair[]): Pair[] {
  const byKeys = new Map(pairs.map((pair) => [[pair.a.key, pair.b.key].toSorted().join(' '), pair]))
  return [...byKeys.values()]
}

/** How it came to be known: half by the generator's own truth, a quarter by someone who saw no score, the rest by one who did. */
const bases = { truth: 0.55, blind: 0.25 }
/** Of the decisions made with the score in view, those that leave it open. */
const unsureShare = 0.15

function decision({ a, b, because }: Pair, dice: Dice): WorldRow {
  const [first, second] = [a.key, b.key].toSorted()
  const same = a.cast === b.cast && a.shop.controller === b.shop.controller
  const basis = basisOf(dice)
  const unsure = basis === 'reviewed' && dice.chance(unsureShare)
  const known = same ? 'same' : 'different'
  return {
    a: first,
    b: second,
    verdict: unsure ? 'unsure' : known,
    basis,
    by: basis === 'ground_truth' ? 'generator' : `analyst-${1 + dice.int(3)}`,
    on: worldEnds,
    because,
  }
}

function basisOf(dice: Dice): string {
  const which = dice.real()
  if (which < bases.truth) return 'ground_truth'
  return which < bases.truth + bases.blind ? 'blind' : 'reviewed'
}
