import { dateOf, worldDays } from './calendar.ts'
import type { Dice } from './dice.ts'
import { keyOf, type Recording } from './record-shop.ts'
import { mix } from './scramble.ts'
import type { WorldRow } from './tables.ts'
import type { Traits } from './traits.ts'

/** Share of bought accounts of which a listing of the owner before is still on record. */
const formerListingShare = 0.4
/** Share of pictures that were made smaller or saved again, so that a few bits of their hash differ. */
const savedAgainShare = 0.4
const mostBits = 3
const yuan = 200

/** One to five listings with the titles and pictures that fall to them, or none where nobody looked at the catalogue. */
export function listingRows(recording: Recording): WorldRow[] {
  const { shop, dice, coverage } = recording
  if (dice.chance(coverage(shop.platform.name, 'listings'))) return []
  const { former, started, opened, closed = worldDays - 1 } = shop
  const traits = shop.traits()
  const count = 1 + dice.int(traits.titles.length)
  const own = listed(recording, traits, { count, from: started, to: closed })
  const before =
    former !== undefined && dice.chance(formerListingShare)
      ? listed(recording, former.traits(), { count: 1, from: opened, to: former.until })
      : []
  return [...before, ...own].map((row, n) => ({ ...row, listing_id: `${recording.id}-${n + 1}` }))
}

interface Listed {
  readonly count: number
  readonly from: number
  readonly to: number
}

function listed(recording: Recording, traits: Traits, { count, from, to }: Listed): WorldRow[] {
  const { shop, dice } = recording
  const { numbers } = traits.images
  const { imageScheme } = shop.platform
  return Array.from({ length: count }, (_, n) => ({
    ...keyOf(recording),
    title: titleOf(traits, n, dice),
    price: (yuan * traits.price * (0.9 + 0.2 * dice.real())).toFixed(2),
    currency: 'CNY',
    brand: traits.brand,
    image: numbers
      .filter((_number, at) => at % count === n)
      .map((number) => (imageScheme === 'opaque' ? opaque(number) : perceptualHash(number, dice))),
    image_scheme: imageScheme,
    seen_on: dateOf(Math.min(to, from + 1 + dice.int(25))),
  }))
}

/** Chinese words often stand without spaces between them. */
function titleOf({ titles }: Traits, n: number, dice: Dice): string {
  const words = titles[n] ?? []
  return words.join(/[a-z]{3}/i.test(words[0] ?? '') || dice.chance(0.6) ? ' ' : '')
}

function opaque(number: number): string {
  return number.toString(16).padStart(12, '0')
}

/** 64 bits that hang on the picture, with up to three of them changed in pictures that were saved again. */
function perceptualHash(number: number, dice: Dice): string {
  const [upper, lower] = [Math.floor(number / 2 ** 16), number % 2 ** 32]
  const words = [mix(upper, 101), mix(lower, 211)]
  const flips = dice.chance(savedAgainShare) ? 1 + dice.int(mostBits) : 0
  for (let flip = 0; flip < flips; flip++) {
    const bit = dice.int(64)
    const at = bit < 32 ? 0 : 1
    words[at] = ((words[at] ?? 0) ^ (1 << (bit % 32))) >>> 0
  }
  return words.map((word) => word.toString(16).padStart(8, '0')).join('')
}
