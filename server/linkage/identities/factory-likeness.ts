import { foldText } from '../fold-text.ts'
import { sharedShare, type WeighedSets, weighedSets } from '../kernels/weighed-sets.ts'
import { numbersIn, runsOfLetters } from './text-parts.ts'

/** What is known of one factory, as typed; absent where nobody said. */
export interface FactoryText {
  readonly name: string
  readonly address?: string | undefined
}

/**
 * How alike the factories at two places are in names, addresses, house numbers, and other numbers in names, which tell the units of one firm apart: a number for each, from about −5 for
 * nothing in common to 6 for the same, 0 where either says nothing.
 */
export type Likeness = (a: number, b: number) => readonly number[]

/** The texts of all factories, taken apart once: how rare their letters are is read from all of them. */
export interface FactoryShapes {
  readonly likeness: Likeness
  /** Runs of three letters of names and of addresses, for finding factories that are worth comparing. */
  readonly names: WeighedSets
  readonly addresses: WeighedSets
}

/**
 * Compares runs of three letters without spaces and in Latin letters, weighed by how few texts have them: words drawn apart or run together are the same, and
 * "garment" and "co ltd" count for little, without a list of such words.
 */
export function factoryShapes(factories: readonly FactoryText[]): FactoryShapes {
  const folded = factories.map(({ name, address = '' }) => [foldText(name), foldText(address)])
  const names = weighedSets(folded.map(([name = '']) => runsOfLetters(name)))
  const addresses = weighedSets(folded.map(([, address = '']) => runsOfLetters(address)))
  const houses = folded.map(([, address = '']) => numbersIn(address, houseNumber))
  const units = folded.map(([name = '']) => numbersIn(name, anyNumber))
  const likeness: Likeness = (a, b) => [
    10 * (sharedShare(names, a, b, middle) - middle),
    10 * (sharedShare(addresses, a, b, middle) - middle),
    houseLikeness(houses[a] ?? nothing, houses[b] ?? nothing),
    contradict(units[a] ?? nothing, units[b] ?? nothing) ? -5 : 0,
  ]
  return { likeness, names, addresses }
}

const nothing: ReadonlySet<string> = new Set()
const middle = 0.5
const middleOfHouses = 0.4
const anyNumber = /\d+/gu
/** Longer numbers are postcodes, which whole towns share and which are left out half the time. */
const houseNumber = /(?<!\d)\d{1,4}(?!\d)/gu

/** By the share of all their numbers that both have (Jaccard). */
function houseLikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  const both = [...a].filter((one) => b.has(one)).length
  return 10 * (both / (a.size + b.size - both) - middleOfHouses)
}

function contradict(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return 0 < a.size && 0 < b.size && ![...a].some((one) => b.has(one))
}
