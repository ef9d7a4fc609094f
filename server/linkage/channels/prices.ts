import type { ChannelRule, Level } from '../channel.ts'

/** Two prices whose natural logarithms are less than this apart always agree, twice as far apart never: within an eighth, and within two fifths. */
const agreeing = { same: 0.12, near: 0.35 } as const

/** Prices fall into a few hundred keys, each of which two overlapping grids hold once: strangers meet in one of them three times for every four they are counted. */
const common: Omit<Level, 'name' | 'says' | 'm' | 'mostBits'> = {
  strangers: 0.75,
  growth: 1,
  genericFrom: Number.POSITIVE_INFINITY,
  finds: false,
  banding: 'common',
  innocent: 'what such goods cost',
}

/**
 * Both shops ask about as much: of its listings each has one price in the middle. What somebody asks follows from what they sell and to whom, and moves slowly; a market full of
 * strangers asks as much. No pair is made of it, it says nothing of a common supply, and it confirms nothing else.
 */
export const prices: ChannelRule = {
  channel: 'prices',
  listed: 'prices',
  anybodys: true,
  levels: [
    { ...common, name: 'same', says: 'both ask about as much', m: 0.6, mostBits: 3 },
    { ...common, name: 'near', says: 'both ask alike', m: 0.2, mostBits: 2 },
  ],
  differ: { inSequence: 0.15, together: 0.15 },
  keys: ({ parts: [price] }) => {
    const place = Math.log(Number(price))
    return [cellsAt(place, agreeing.same), cellsAt(place, agreeing.near)]
  },
}

/** The two cells that a place on a line falls into, of two grids that lie half a cell apart: places less than `width` apart share one. */
function cellsAt(place: number, width: number): readonly string[] {
  const cell = place / (2 * width)
  return [`a${Math.floor(cell)}`, `b${Math.floor(cell + 0.5)}`]
}
