import { expect } from 'chai'
import fc from 'fast-check'

import {
  combined,
  insidePolygon,
  keysInside,
  rectangleBetween,
} from '../../client/graph/select-tools-geometry.ts'

const square = rectangleBetween({ x: 0, y: 0 }, { x: 10, y: 10 })
const pixel = fc.integer({ min: -20, max: 20 })
const point = fc.record({ x: pixel, y: pixel })

describe('a marked-out area', () => {
  it('holds its middle and nothing beside it', () => {
    expect(insidePolygon({ x: 5, y: 5 }, square)).to.equal(true)
    for (const away of [
      { x: -1, y: 5 },
      { x: 11, y: 5 },
      { x: 5, y: -1 },
      { x: 5, y: 11 },
      { x: -5, y: 0 },
      { x: -5, y: 10 },
    ]) {
      expect(insidePolygon(away, square), JSON.stringify(away)).to.equal(false)
    }
  })

  it('keeps out what lies in its notch', () => {
    const notched = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 5, y: 2 },
      { x: 0, y: 10 },
    ]
    expect(insidePolygon({ x: 5, y: 8 }, notched)).to.equal(false)
    expect(insidePolygon({ x: 1, y: 5 }, notched)).to.equal(true)
    expect(insidePolygon({ x: 9, y: 5 }, notched)).to.equal(true)
  })

  it('holds nothing while it is a point or a line', () => {
    expect(insidePolygon({ x: 1, y: 1 }, [])).to.equal(false)
    expect(insidePolygon({ x: 1, y: 1 }, [{ x: 1, y: 1 }])).to.equal(false)
    const line = [
      { x: 0, y: 0 },
      { x: 9, y: 9 },
    ]
    expect(insidePolygon({ x: 1, y: 2 }, line)).to.equal(false)
  })

  it('as a rectangle holds exactly what lies between its corners, whichever two are dragged', () => {
    fc.assert(
      fc.property(point, point, point, (a, b, place) => {
        const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)]
        const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)]
        fc.pre(![left, right].includes(place.x) && ![top, bottom].includes(place.y))
        const within = left < place.x && place.x < right && top < place.y && place.y < bottom
        expect(insidePolygon(place, rectangleBetween(a, b))).to.equal(within)
      }),
    )
  })

  it('is the same from whichever corner it is begun, and either way round', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 9 }), point, (corners, place) => {
        const turned = [...corners.slice(2), ...corners.slice(0, 2)]
        const inside = insidePolygon(place, corners)
        expect(insidePolygon(place, turned)).to.equal(inside)
        fc.pre(corners.every(({ y }) => y !== place.y))
        expect(insidePolygon(place, corners.toReversed())).to.equal(inside)
      }),
    )
  })

  it('takes the nodes that the camera shows in it', () => {
    const nodes = new Map([
      ['in', { x: 100, y: 100 }],
      ['out', { x: 200, y: 100 }],
    ])
    const camera = { scale: 0.05, x: 0, y: 0 }
    expect(keysInside(nodes, camera, square)).to.deep.equal(['in'])
    expect(keysInside(nodes, { ...camera, x: -4 }, square)).to.deep.equal(['in', 'out'])
    expect(keysInside(nodes, { ...camera, x: -6 }, square)).to.deep.equal(['out'])
  })

  it('replaces, adds to or takes from what was selected', () => {
    expect(combined(['a', 'b'], ['b', 'c'], 'replace')).to.deep.equal(['b', 'c'])
    expect(combined(['a', 'b'], ['b', 'c'], 'add')).to.deep.equal(['a', 'b', 'c'])
    expect(combined(['a', 'b'], ['b', 'c'], 'subtract')).to.deep.equal(['a'])
  })
})
