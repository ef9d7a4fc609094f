import type { Dice } from './dice.ts'
import { latinWord } from './names.ts'
import { freshTitles, type Title } from './titles.ts'
import { type Trade, trades } from './words.ts'

/** The pictures of one catalogue, as numbers below 2^48, and whose they are when they are anyone's. */
export interface Images {
  readonly numbers: readonly number[]
  readonly shared?: string
}

/** Pictures and titles that a wholesaler hands to everyone who sells the goods. */
export interface Pack {
  readonly trade: Trade
  readonly brand: string
  readonly images: Images
  readonly titles: readonly Title[]
}

const packTitles = 30

export function packAt(dice: Dice, index: number): Pack {
  const trade = dice.pick(trades)
  const brand = latinWord(dice)
  return {
    trade,
    brand,
    images: { numbers: freshImages(dice, 40 + dice.int(60)), shared: `shared_pack/${index}` },
    titles: freshTitles(dice, trade, brand, packTitles),
  }
}

/** Pictures that nobody has yet: a random number below 2^48 each, so that ten million of them meet by chance once in six worlds. */
export function freshImages(dice: Dice, count: number): number[] {
  return Array.from({ length: count }, () => dice.int(2 ** 32) * 2 ** 16 + dice.int(2 ** 16))
}

/** As many of the items, in their order, each as likely as another. */
export function someOf<T>(items: readonly T[], count: number, dice: Dice): T[] {
  const kept: T[] = []
  for (const [n, item] of items.entries()) {
    if (dice.chance((count - kept.length) / (items.length - n))) kept.push(item)
  }
  return kept
}

/** Titles and pictures that a shop takes from a catalogue at once. */
export const catalogueSize = { titles: 5, fewestImages: 3, moreImages: 7 }

export function imageCount(dice: Dice): number {
  return catalogueSize.fewestImages + dice.int(catalogueSize.moreImages)
}
