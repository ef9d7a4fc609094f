import type { Dice } from './dice.ts'
import { coined, latinWord } from './names.ts'
import { goods, praises, type Trade } from './words.ts'

/** The words of one title; which of them are anyone's and which are the seller's own does not show. */
export type Title = readonly string[]

/** Share of sellers whose titles are in Latin letters. */
const latinShare = 0.3

/** Titles of one catalogue: words of the trade, the brand, and one or two words of the seller's own that recur in it. */
export function freshTitles(dice: Dice, [category]: Trade, brand: string, count: number): Title[] {
  const latin = dice.chance(latinShare)
  const own = Array.from({ length: 3 }, () => (latin ? latinWord(dice) : coined(dice)))
  const model = `${dice.pick(['A', 'K', 'M', 'X', 'Q', 'T'])}${100 + dice.int(900)}`
  return Array.from({ length: count }, () => {
    const trade = goods[category][latin ? 1 : 0]
    const praise = praises[latin ? 1 : 0]
    const words = [dice.pick(trade), dice.pick(trade), dice.pick(praise), dice.pick(praise)]
    if (dice.chance(0.5)) words.push(brand)
    if (dice.chance(0.3)) words.push(model)
    words.push(dice.pick(own), dice.chance(0.5) ? dice.pick(praise) : dice.pick(own))
    return dice.shuffle(words)
  })
}

/** The same titles with every word kept by chance: a word that is not kept is replaced by another of the trade, or a new one. */
export function rewritten(
  titles: readonly Title[],
  dice: Dice,
  [category]: Trade,
  keeps: number,
): Title[] {
  const latin = /^[\p{Script=Latin}\d]+$/u.test(titles[0]?.join('') ?? '')
  const trade = goods[category][latin ? 1 : 0]
  const praise = praises[latin ? 1 : 0]
  const coins = latin ? latinWord : coined
  const another = () => {
    const which = dice.real()
    if (which < 0.35) return dice.pick(trade)
    return which < 0.75 ? dice.pick(praise) : coins(dice)
  }
  return titles.map((title) => title.map((word) => (dice.chance(keeps) ? word : another())))
}
