import { round } from './geometry.ts'
import type { Project, Size } from './map-land.ts'
import type { Site } from './map-sites.ts'

/** One mark of the map in pixels: one site, or several that lie too near each other to be told apart. */
export interface Mark {
  /** The key of the site; of a cluster, that of its largest. */
  readonly key: string
  readonly sites: readonly Site[]
  readonly x: number
  readonly y: number
  readonly radius: number
}

const smallest = 8
const largest = 15
/** As many marks as these are spread round the point that they share; more become one with a count. */
const spreadMax = 6
const touching = 9
/** From so many in view on, near ones are joined, so that the map stays quick and can be read. */
const crowd = 150
const crowdCell = 34
/** Marks so far outside the picture are not drawn, though a line may lead to them. */
const margin = 24

/** The marks of sites, largest first; the value of a site decides its size. */
export function marksOf(
  sites: readonly Site[],
  {
    project,
    size,
    worthOf,
  }: {
    readonly project: Project
    readonly size: Size
    readonly worthOf: (key: string) => number
  },
): { readonly marks: readonly Mark[]; readonly outside: number } {
  const placed = sites
    .map((site) => ({ site, ...project(site.lng, site.lat), value: worthOf(site.key) }))
    .filter(({ x, y }) => isNear(x, y, size))
    .toSorted((a, b) => b.value - a.value || (a.site.key < b.site.key ? -1 : 1))
  const most = Math.max(1, ...placed.map(({ value }) => value))
  const within = placed.length <= crowd ? touching : crowdCell
  const groups = grouped(placed, within)
  const marks = groups.flatMap((group) => marksOfGroup(group, most, placed.length <= crowd))
  return { marks, outside: sites.length - placed.length }
}

interface Placed {
  readonly site: Site
  readonly x: number
  readonly y: number
  readonly value: number
}

function marksOfGroup(group: readonly Placed[], most: number, spread: boolean): Mark[] {
  const [first] = group
  if (first === undefined) return []
  const radiusOf = (value: number) =>
    round(smallest + (largest - smallest) * Math.sqrt(value / most))
  if (group.length === 1) return [{ ...markAt(first, radiusOf(first.value)) }]
  if (spread && group.length <= spreadMax) {
    const away = 8 + 3 * group.length
    return group.map((placed, index) => {
      const turn = (2 * Math.PI * index) / group.length
      const moved = {
        ...placed,
        x: first.x + away * Math.cos(turn),
        y: first.y + away * Math.sin(turn),
      }
      return markAt(moved, radiusOf(placed.value))
    })
  }
  return [
    {
      key: first.site.key,
      sites: group.map(({ site }) => site),
      x: round(first.x),
      y: round(first.y),
      radius: round(Math.min(10 + Math.sqrt(group.length), 20)),
    },
  ]
}

function markAt({ site, x, y }: Placed, radius: number): Mark {
  return { key: site.key, sites: [site], x: round(x), y: round(y), radius }
}

/** Each joins the first group that is near, found by its cell and the eight around. */
function grouped(placed: readonly Placed[], within: number): Placed[][] {
  const groups: Placed[][] = []
  const byCell = new Map<string, Placed[][]>()
  for (const item of placed) {
    const [column, row] = [Math.floor(item.x / within), Math.floor(item.y / within)]
    const near = around.flatMap(([dx, dy]) => byCell.get(`${column + dx} ${row + dy}`) ?? [])
    const group = near.find(([head]) => head !== undefined && distance(head, item) <= within)
    if (group !== undefined) {
      group.push(item)
      continue
    }
    const fresh = [item]
    groups.push(fresh)
    const cell = `${column} ${row}`
    byCell.set(cell, [...(byCell.get(cell) ?? []), fresh])
  }
  return groups
}

const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const))

function distance(a: Placed, b: Placed): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function isNear(x: number, y: number, { width, height }: Size): boolean {
  return -margin <= x && x <= width + margin && -margin <= y && y <= height + margin
}
