import { round } from './geometry.ts'
import { towns } from './map-gazetteer.ts'
import type { Project, Size } from './map-land.ts'
import type { Mark } from './map-marks.ts'
import { labelOf } from './names.ts'
import { type Box, boxAround, boxOf, type Placed, placeLabels, type Wanted } from './placement.ts'
import type { Shape } from './shape.ts'
import { fitText, textWidth } from './text-width.ts'
import type { Language, Words } from './words.ts'

interface LabelInput {
  readonly marks: readonly Mark[]
  readonly project: Project
  readonly size: Size
  readonly obstacles: readonly Box[]
  /** Those that a name is kept for whatever it covers. */
  readonly forced: ReadonlySet<string>
  /** Named in full, with the second line. */
  readonly isFull: (key: string) => boolean
  readonly words: Words
  readonly language: Language
}

/** Only so many marks look for a place for their names; with more, no name could be read. */
const namedMax = 120
/** More towns would say more of the country than of the ring. */
const townsMax = 12
const widestName = 150
const lineHeight = 14

/** Names of the marks, the first ones served first, then towns to find one's way by; none lies on another. */
export function mapLabels(input: LabelInput): {
  readonly shapes: readonly Shape[]
  /** Marks whose name found no place. */
  readonly hidden: number
} {
  const { marks, size, obstacles, forced } = input
  const bounds = { left: 2, top: 2, right: size.width - 2, bottom: size.height - 20 }
  const single = marks.filter(({ sites }) => sites.length === 1)
  const named = single
    .toSorted((a, b) => Number(forced.has(b.key)) - Number(forced.has(a.key)))
    .slice(0, namedMax)
  const lines = new Map(named.map((mark) => [mark.key, linesOf(mark, input)]))
  const blocked = [...obstacles, ...marks.map((mark) => boxAround(mark, mark.radius + 1))]
  const wanted = named.map((mark) => wantedOf(mark, lines.get(mark.key) ?? [], forced))
  const placed = placeLabels(wanted, blocked, bounds)
  const shapes = named.flatMap((mark) => {
    const at = placed.get(mark.key)
    return at === undefined ? [] : textsOf(mark, lines.get(mark.key) ?? [], at)
  })
  const taken = wanted.flatMap(({ key, width, height }) => {
    const at = placed.get(key)
    return at === undefined ? [] : [boxOf(at, width, height)]
  })
  return {
    shapes: [...townLabels(input, [...blocked, ...taken], bounds), ...shapes],
    hidden: single.length - placed.size,
  }
}

interface Line {
  readonly text: string
  readonly style: 'name' | 'name-light' | 'detail'
  readonly px: number
}

function linesOf({ key, sites: [site] }: Mark, { isFull, words }: LabelInput): readonly Line[] {
  if (site === undefined) return []
  const { name, detail } = labelOf(site.node, words)
  const full = isFull(key)
  const first: Line = {
    text: fitText(name, 12.5, widestName),
    style: full ? 'name' : 'name-light',
    px: 12.5,
  }
  return full && detail !== ''
    ? [first, { text: fitText(detail, 11, widestName), style: 'detail', px: 11 }]
    : [first]
}

function wantedOf(
  { key, x, y, radius }: Mark,
  lines: readonly Line[],
  forced: ReadonlySet<string>,
): Wanted {
  const width = Math.max(0, ...lines.map(({ text, px }) => textWidth(text, px)))
  return { key, x, y, radius, width, height: lineHeight * lines.length, forced: forced.has(key) }
}

function textsOf({ key }: Mark, lines: readonly Line[], { x, top, anchor }: Placed): Shape[] {
  return lines.map(({ text, style }, index) => ({
    shape: 'text',
    style,
    x: round(x),
    y: round(top + 11 + index * lineHeight),
    text,
    anchor,
    on: 'land',
    subject: { of: 'node', id: key },
  }))
}

/** Towns in the picture that nothing of the ring stands in the way of. */
function townLabels(
  { project, size, language }: LabelInput,
  blocked: readonly Box[],
  bounds: Box,
): Shape[] {
  const inside = towns
    .map((town) => ({ ...project(town.lng, town.lat), name: town[language] }))
    .filter(({ x, y }) => 0 <= x && x <= size.width && 0 <= y && y <= size.height)
  const taken = [...blocked]
  let shown = 0
  return inside.flatMap(({ x, y, name }): Shape[] => {
    const wanted = [
      { key: name, x, y, radius: 0, width: textWidth(name, 11), height: 13, forced: false },
    ]
    const at = placeLabels(wanted, taken, bounds).get(name)
    const dot = { left: x - 3, right: x + 3, top: y - 3, bottom: y + 3 }
    if (at === undefined || townsMax <= shown) return []
    shown += 1
    taken.push(dot, boxOf(at, textWidth(name, 11) + 16, 20))
    return [
      { shape: 'circle', style: 'town', x: round(x), y: round(y), radius: 1.6 },
      {
        shape: 'text',
        style: 'note',
        x: round(at.x),
        y: round(at.top + 10),
        text: name,
        anchor: at.anchor,
        on: 'land',
      },
    ]
  })
}
