import { mulberry32, shuffle } from '../../server/domain/random.ts'

/** What a raw world holds: shops 0 …, identifiers 0 …, and the controller of every shop. */
export interface RawWorld {
  readonly shops: number
  readonly identifiers: number
  readonly shop: Int32Array
  readonly identifier: Int32Array
  /** By shop; one who is in no ring has a number that nobody else has. */
  readonly controller: Int32Array
}

export interface RawWorldOptions {
  readonly shops: number
  readonly seed: number
  /** Very common identifiers, beside a platform that everybody has. */
  readonly hubs: boolean
  /** Shared infrastructure, such as lockers, for 50,000 shops. */
  readonly lockers: number
  /** Coincidences: identifiers of two or three strangers, as a share of the shops. */
  readonly coincidences: number
}

/** The two mixtures that raw rings are measured on, by the names under which they are told. */
export const rawMixtures = {
  S4: { hubs: true, lockers: 400, coincidences: 0.05 },
  S5: { hubs: true, lockers: 1_000, coincidences: 0.15 },
} as const

const inRings = 0.3
/** Shops of a hub, for 50,000 shops. */
const hubShops = [10_000, 5_000, 2_000, 1_000, 1_000]
const usualShops = 50_000

/**
 * A market of rings among strangers with three kinds of noise, the same for the same seed. Three shops in ten are in rings of 3 to 200, sizes by an inverse square; a ring has as many identifiers as shops and a member has 1 of them in ten cases
 * (and then nothing else), otherwise 2 to 4, the first ones likelier. Hubs and lockers grow with the number of shops; lockers serve 20 to 200 shops, by an inverse square, drawn from all.
 */
export function rawWorld(options: RawWorldOptions): RawWorld {
  const random = mulberry32(options.seed)
  const names = shuffle(
    Int32Array.from({ length: options.shops }, (_, n) => n),
    random,
  )
  const drawing: Drawing = { random, names, shop: [], identifier: [], identifiers: 0 }
  const controller = drawRings(drawing, options.shops)
  const scale = options.shops / usualShops
  if (options.hubs) {
    for (const count of hubShops) share(drawing, Math.round(count * scale))
    give(drawing, names)
  }
  for (let n = 0; n < options.lockers * scale; n++)
    share(drawing, Math.floor(inverseSquare(random, 20, 201)))
  for (let n = 0; n < options.coincidences * options.shops; n++)
    share(drawing, 2 + Math.floor(2 * random()))
  return {
    shops: options.shops,
    identifiers: drawing.identifiers,
    shop: Int32Array.from(drawing.shop),
    identifier: Int32Array.from(drawing.identifier),
    controller,
  }
}

interface Drawing {
  readonly random: () => number
  /** Shops in the order in which rings take them. */
  readonly names: Int32Array
  readonly shop: number[]
  readonly identifier: number[]
  identifiers: number
}

/** From `least` on and below `end`, twice as much being a quarter as likely. */
function inverseSquare(random: () => number, least: number, end: number): number {
  return 1 / (1 / least - random() * (1 / least - 1 / end))
}

function drawRings(drawing: Drawing, shops: number): Int32Array {
  const controller = Int32Array.from({ length: shops }, (_, n) => n)
  for (let first = 0; first < inRings * shops; ) {
    const size = Math.min(Math.floor(inverseSquare(drawing.random, 3, 201)), shops - first)
    const pool = Math.ceil(0.7 * size)
    const members = drawing.names.subarray(first, first + size)
    for (const shop of members) {
      controller[shop] = members[0] as number
      for (const own of ownIdentifiers(drawing.random, pool)) {
        drawing.shop.push(shop)
        drawing.identifier.push(drawing.identifiers + own)
      }
    }
    drawing.identifiers += pool
    first += size
  }
  return controller
}

/** Places among a ring's identifiers, the first ones likelier. */
function ownIdentifiers(random: () => number, pool: number): ReadonlySet<number> {
  const dealt = random()
  if (dealt < 0.015) return new Set()
  const count = dealt < 0.1 ? 1 : 2 + Math.floor(3 * random())
  return new Set(Array.from({ length: count }, () => Math.floor(pool * random() ** 1.5)))
}

/** A new identifier of so many shops, drawn from all. */
function share(drawing: Drawing, shops: number): void {
  const { random, names } = drawing
  const drawn = new Set<number>()
  while (drawn.size < shops) drawn.add(Math.floor(random() * names.length))
  give(drawing, drawn)
}

/** A new identifier for each of some shops. */
function give(drawing: Drawing, shops: Iterable<number>): void {
  for (const shop of shops) {
    drawing.shop.push(shop)
    drawing.identifier.push(drawing.identifiers)
  }
  drawing.identifiers += 1
}
