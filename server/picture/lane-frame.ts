import type { Chain } from './chains.ts'
import type { OnlyJoin } from './only-join.ts'
import type { Words } from './words.ts'

export interface LanesOptions {
  /** In pixels; the picture grows taller than `height` where its rows need it. */
  readonly width: number
  readonly height: number
  /** Free pixels at the left edge, for tools that float there. */
  readonly left: number
  /** ISO date to which the ring is drawn. */
  readonly asOf: string
  /** ISO date at which the time axis ends, so that it does not move with `asOf`. */
  readonly until: string
  readonly words: Words
  /** Shops that are on hold, by key, with the last day; none when absent. */
  readonly held?: ReadonlyMap<string, string> | undefined
  /** False where the page around the picture says what the marks mean; otherwise a legend is drawn under it. */
  readonly legend?: false
}

/** The fixed lines of the picture, in pixels. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly hull: { readonly left: number; readonly right: number; readonly top: number }
  /** Free under the hull. */
  readonly foot: number
  /** Centers of the nodes of the two columns, and how wide their labels may be. */
  readonly leftNode: number
  readonly rightNode: number
  readonly column: number
  /** Where the time axis runs. */
  readonly track: { readonly left: number; readonly right: number }
  /** Distance of two rows. */
  readonly pitch: number
  /** Rows have two lines of text and their tags stand between them; otherwise everything stands in one line. */
  readonly roomy: boolean
  readonly radius: number
}

/** A chain with the space over and under its rows. */
export interface Band {
  readonly chain: Chain
  readonly join: OnlyJoin | undefined
  /** Baseline of the heading. */
  readonly heading: number
  /** Center of the first row. */
  readonly first: number
  /** Where the chain's own part of the hull begins and ends. */
  readonly top: number
  readonly bottom: number
}

const pitchPx = { roomy: 46, most: 49, least: 16 }
const top = 52
/** Under the hull, in pixels: notes, and the legend. */
export const footPx = { notes: 32, legend: 60 }
/** Of a gap in the hull that holds the sentence about the only join. */
const joinGap = 48

export function frameOf(
  chains: readonly Chain[],
  joins: readonly OnlyJoin[],
  { sides, ...options }: LanesOptions & { readonly sides: ReadonlySet<'left' | 'right'> },
): Frame {
  const { width, height, left } = options
  const foot = footPx[options.legend === false ? 'notes' : 'legend']
  const column = 108 + Math.min(60, Math.max(0, (width - 800) / 4))
  const steps = chains.reduce((sum, { shops }) => sum + shops.length - 1, 0)
  const spare = (roomy: boolean) =>
    height - top - foot - joins.length * joinGap - chains.length * (heads(roomy) + feet(roomy))
  const wanted = spare(true) / Math.max(1, steps)
  const roomy = pitchPx.roomy <= wanted
  const pitch = roomy
    ? Math.min(wanted, pitchPx.most)
    : Math.min(Math.max(spare(false) / Math.max(1, steps), pitchPx.least), 34)
  return {
    width,
    height,
    hull: { left, right: width - 6, top },
    foot,
    leftNode: left + 20,
    rightNode: width - column - 36,
    column,
    track: {
      left: sides.has('left') ? left + column + 80 : left + 24,
      right: sides.has('right') ? width - column - 90 : width - 40,
    },
    pitch,
    roomy,
    radius: Math.min(9.5, pitch * 0.42),
  }
}

/** The bands from top to bottom. */
export function bandsOf(
  chains: readonly Chain[],
  joins: readonly OnlyJoin[],
  { pitch, roomy, hull }: Frame,
): readonly Band[] {
  let y = hull.top
  return chains.map((chain, index) => {
    const join = joins.find((candidate) => candidate.chain === chain)
    const bandTop = y + (join === undefined ? 0 : joinGap)
    const first = bandTop + heads(roomy) + (roomy && 0 < index ? 4 : 0)
    const last = first + (chain.shops.length - 1) * pitch
    y = last + feet(roomy)
    return { chain, join, heading: bandTop + 22, first, top: bandTop, bottom: y }
  })
}

function heads(roomy: boolean): number {
  return roomy ? 48 : 40
}

function feet(roomy: boolean): number {
  return roomy ? 31 : 14
}
