import { compareText } from '../domain/canonical.ts'
import type { BareNode } from '../domain/graph.ts'
import { findChains, openedOn } from './chains.ts'
import type { Box } from './force.ts'
import type { Point } from './geometry.ts'
import { membersOf, type RingPicture } from './ring-picture.ts'

/**
 * Where a network begins before forces move it: chains run from left to right in the order of opening, the values of a
 * shop round it, by key. The same scene gives the same start, and a network that still reads from left to right.
 */
export function seedPlaces(
  picture: RingPicture,
  nodes: readonly BareNode[],
  { width, height }: Box,
): ReadonlyMap<string, Point> {
  const chains = findChains(membersOf(picture), picture.links)
  const longest = Math.max(1, ...chains.map(({ shops }) => shops.length))
  const places = new Map<string, Point>()
  chains.forEach(({ shops }, row) => {
    shops.forEach(({ key }, column) => {
      const zigzag = column % 2 === 0 ? 12 : -12
      places.set(key, {
        x: (width * (column + 1)) / (longest + 1),
        y: (height * (row + 1)) / (chains.length + 1) + zigzag,
      })
    })
  })
  const neighbors = neighborsOf(picture)
  nodes
    .filter(({ key }) => !places.has(key))
    .toSorted(
      (a, b) => compareText(openedOn(a) ?? '', openedOn(b) ?? '') || compareText(a.key, b.key),
    )
    .forEach(({ key }, index) => {
      const around = [...(neighbors.get(key) ?? [])]
        .toSorted(compareText)
        .flatMap((other) => places.get(other) ?? [])
      const center = middle(around) ?? { x: width / 2, y: height / 2 }
      places.set(key, onSpiral(center, index, height / 4))
    })
  const drawn = nodes.toSorted((a, b) => compareText(a.key, b.key))
  return new Map(
    drawn.flatMap(({ key }) => {
      const place = places.get(key)
      return place === undefined ? [] : [[key, place] as const]
    }),
  )
}

function neighborsOf({ edges }: RingPicture): ReadonlyMap<string, ReadonlySet<string>> {
  const neighbors = new Map<string, Set<string>>()
  for (const { from, to } of edges) {
    neighbors.set(from, (neighbors.get(from) ?? new Set()).add(to))
    neighbors.set(to, (neighbors.get(to) ?? new Set()).add(from))
  }
  return neighbors
}

function middle(points: readonly Point[]): Point | undefined {
  if (points.length === 0) return undefined
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }))
  return { x: sum.x / points.length, y: sum.y / points.length }
}

const goldenAngle = Math.PI * (3 - Math.sqrt(5))

function onSpiral({ x, y }: Point, index: number, radius: number): Point {
  const angle = index * goldenAngle
  return { x: x + Math.cos(angle) * radius, y: y + Math.sin(angle) * radius }
}
