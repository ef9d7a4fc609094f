import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { expect } from 'chai'

import { landPaths, projectOf } from '../../server/picture/map-land.ts'
import { fitView, panView, zoomView } from '../../server/picture/map-view.ts'

const outline = join(import.meta.dirname, '../../datasets/outline/data/land.json')
const land = JSON.parse(readFileSync(outline, 'utf8'))
const size = { width: 600, height: 400 }

describe('the view of the map', () => {
  it('shows all places inside the picture', () => {
    const places = [
      { lat: 23.9, lng: 113.5 },
      { lat: 29.9, lng: 119.6 },
    ]
    const project = projectOf(fitView(places, size), size)
    for (const { lng, lat } of places) {
      const { x, y } = project(lng, lat)
      expect(x).to.be.within(0, size.width)
      expect(y).to.be.within(0, size.height)
    }
  })

  it('keeps under the pointer what was there while it zooms', () => {
    const view = { lng: 112, lat: 28, scale: 2_000 }
    const before = projectOf(view, size)(115, 26)
    const after = projectOf(zoomView(view, size, { factor: 3, ...before }), size)(115, 26)
    expect(after.x).to.be.closeTo(before.x, 1e-6)
    expect(after.y).to.be.closeTo(before.y, 1e-6)
  })

  it('moves by as many pixels as it was dragged', () => {
    const view = { lng: 112, lat: 28, scale: 2_000 }
    const before = projectOf(view, size)(115, 26)
    const after = projectOf(panView(view, size, { x: 30, y: -20 }), size)(115, 26)
    expect([after.x - before.x, after.y - before.y].map(Math.round)).to.deep.equal([30, -20])
  })
})

describe('the land outline', () => {
  it('is under 40 KB compressed', () => {
    expect(gzipSync(readFileSync(outline)).length).to.be.lessThan(40_000)
  })

  it('leaves out what lies beyond the picture', () => {
    const ocean = projectOf({ lng: -140, lat: 10, scale: 5_000 }, size)
    expect(landPaths(land, ocean, size).land).to.equal('')
    const coast = projectOf({ lng: 117, lat: 25, scale: 2_000 }, size)
    expect(landPaths(land, coast, size).land).to.match(/^M/)
  })

  it('covers the picture far from any coast, however near one looks', () => {
    for (const scale of [6_000, 40_000]) {
      const project = projectOf({ lng: 105, lat: 34, scale }, size)
      const corners = [0, 1, 2, 3].map((corner) => ({
        x: (corner % 2) * (size.width - 2) + 1,
        y: Math.floor(corner / 2) * (size.height - 2) + 1,
      }))
      const path = landPaths(land, project, size).land
      expect(corners.map((corner) => isInside(path, corner))).to.deep.equal([
        true,
        true,
        true,
        true,
      ])
    }
  })
})

/** Whether a point lies inside path data of straight lines, by the even and odd rule. */
function isInside(path: string, { x, y }: { readonly x: number; readonly y: number }): boolean {
  const rings = path
    .split('Z')
    .filter((ring) => ring !== '')
    .map((ring) =>
      ring
        .slice(1)
        .split('L')
        .map((pair) => pair.split(' ').map(Number)),
    )
  const crossings = rings.flatMap((ring) =>
    ring.filter(([bx = 0, by = 0], index) => {
      const [ax = 0, ay = 0] = ring.at(index - 1) ?? []
      return ay <= y !== by <= y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)
    }),
  )
  return crossings.length % 2 === 1
}
