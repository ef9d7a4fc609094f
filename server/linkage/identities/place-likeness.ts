import { foldText } from '../fold-text.ts'
import { sharedShare, type WeighedSets, weighedSets } from '../kernels/weighed-sets.ts'
import { numbersIn, runsOfLetters } from './text-parts.ts'

/** How alike the addresses at two places are: a number for each way of comparing, 0 where either says nothing. */
export type AddressLikeness = (a: number, b: number) => readonly number[]

/** The addresses of all places, taken apart once: how rare their letters are is read from all of them. */
export interface AddressShapes {
  /** By letters from −5 to 5, and by numbers: the same, none in common, some of either's own. */
  readonly likeness: AddressLikeness
  /** Runs of three letters, for finding addresses that are worth comparing. */
  readonly letters: WeighedSets
}

/** Postcodes, which whole towns share and which are left out half the time, are longer. */
const houseNumber = /(?<!\d)\d{1,4}(?!\d)/gu
const middle = 0.5

/** Addresses in letters of every script, in Latin ones, without spaces; then the numbers of house, yard, road and district. */
export function addressShapes(addresses: readonly string[]): AddressShapes {
  const folded = addresses.map(foldText)
  const letters = weighedSets(folded.map(runsOfLetters))
  const numbers = folded.map((address) => numbersIn(address, houseNumber))
  return {
    letters,
    likeness: (a, b) => [
      10 * (sharedShare(letters, a, b, middle) - middle),
      ...numbersAlike(numbers[a] ?? nothing, numbers[b] ?? nothing),
    ],
  }
}

const nothing: ReadonlySet<string> = new Set()

/** One of the three is 1; where one address only leaves out a number that the other has, none is. */
function numbersAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): [number, number, number] {
  if (a.size === 0 || b.size === 0) return [0, 0, 0]
  const both = [...a].filter((one) => b.has(one)).length
  if (both === 0) return [0, 1, 0]
  const [wholeA, wholeB] = [both === a.size, both === b.size]
  return [Number(wholeA && wholeB), 0, Number(!wholeA && !wholeB)]
}
