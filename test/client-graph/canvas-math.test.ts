import { expect } from 'chai'
import fc from 'fast-check'

import { fitCamera, toCanvas, toPicture, withInView } from '../../client/graph/camera.ts'
import type { Drawing, DrawnNode } from '../../client/graph/drawing.ts'
import { arcPlaces } from '../../client/graph/layout/arc.ts'
import { selected } from '../../client/graph/selecting.ts'
import { nextInDirection } from '../../client/graph/walk.ts'

const coordinate = fc.integer({ min: -2_000, max: 2_000 })
const point = fc.record({ x: coordinate, y: coordinate })

describe('the camera', () => {
  it('goes from picture to canvas and back', () => {
    const camera = fc.record({
      scale: fc.double({ min: 0.05, max: 3, noNaN: true }),
      x: coordinate,
      y: coordinate,
    })
    fc.assert(
      fc.property(camera, point, (view, place) => {
        const back = toPicture(view, toCanvas(view, place))
        expect(back.x).to.be.closeTo(place.x, 1e-6)
        expect(back.y).to.be.closeTo(place.y, 1e-6)
      }),
    )
  })

  it('fits every node onto the canvas', () => {
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 30 }),
        fc.boolean(),
        (places, whole) => {
          const drawing = aDrawing(places)
          const size = { width: 770, height: 600 }
          const camera = fitCamera(drawing, size, whole)
          for (const place of places) {
            const { x, y } = toCanvas(camera, place)
            expect(x).to.be.within(0, size.width)
            expect(y).to.be.within(0, size.height)
          }
        },
      ),
    )
  })

  it('does not move for a place that is in view', () => {
    const camera = { scale: 1, x: 0, y: 0 }
    const size = { width: 800, height: 600 }
    expect(withInView(camera, { x: 400, y: 300 }, size)).to.deep.equal(camera)
    const moved = withInView(camera, { x: 900, y: 300 }, size)
    expect(toCanvas(moved, { x: 900, y: 300 }).x).to.be.within(0, 800)
  })
})

describe('places of what came later', () => {
  const known = new Map([
    ['a', { x: 100, y: 100 }],
    ['b', { x: 400, y: 100 }],
  ])

  it('leave what has a place where it is, and cover nothing', () => {
    const keys = Array.from({ length: 30 }, (_, index) => `n${index}`)
    const ties = keys.map((key) => ({ from: key, to: 'b' }))
    const places = arcPlaces(['a', 'b', ...keys], ties, known)
    expect([...places.keys()].toSorted()).to.deep.equal(keys.toSorted())
    const all = [...known.values(), ...places.values()]
    for (const [index, p] of all.entries()) {
      for (const q of all.slice(0, index))
        expect(Math.hypot(p.x - q.x, p.y - q.y)).to.be.at.least(54)
    }
  })

  it('are the same whatever order the nodes come in', () => {
    const keys = ['n1', 'n2', 'n3', 'n4', 'n5']
    const ties = keys.map((key) => ({ from: 'a', to: key }))
    const expected = arcPlaces(keys, ties, known)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(keys, { minLength: 5 }),
        fc.shuffledSubarray(ties, { minLength: 5 }),
        (k, t) => {
          expect(new Map([...arcPlaces(k, t, known)].toSorted())).to.deep.equal(
            new Map([...expected].toSorted()),
          )
        },
      ),
    )
  })

  it('stay out of the rectangle that is kept', () => {
    const places = arcPlaces(['n'], [{ from: 'n', to: 'a' }], known, { width: 500, height: 300 })
    const { x, y } = places.get('n') ?? { x: 1, y: 1 }
    expect(0 < x && x < 500 && 0 < y && y < 300).to.equal(false)
  })
})

describe('walking the canvas', () => {
  const nodes = [
    { key: 'here', x: 0, y: 0 },
    { key: 'right', x: 100, y: 10 },
    { key: 'nearer-aside', x: 60, y: 90 },
    { key: 'left', x: -40, y: 0 },
    { key: 'up', x: 5, y: -300 },
  ]
  const [here] = nodes

  it('goes to the nearest node in the direction of the arrow', () => {
    if (here === undefined) throw new Error('there is a first node')
    expect(nextInDirection(nodes, here, 'right')).to.equal('right')
    expect(nextInDirection(nodes, here, 'left')).to.equal('left')
    expect(nextInDirection(nodes, here, 'up')).to.equal('up')
    expect(nextInDirection(nodes, here, 'down')).to.equal('nearer-aside')
  })

  it('stays where nothing lies that way', () => {
    expect(
      nextInDirection([{ key: 'only', x: 0, y: 0 }], { key: 'only', x: 0, y: 0 }, 'up'),
    ).to.equal(undefined)
  })
})

describe('clicking', () => {
  const node = (id: string) => ({ of: 'node', id }) as const

  it('selects the same however often it is done, so that a double click does no harm', () => {
    const once = selected(undefined, node('a'), false)
    expect(once).to.deep.equal({ kind: 'nodes', keys: ['a'] })
    expect(selected(once, node('a'), false)).to.deep.equal(once)
  })

  it('adds and takes away with a modifier', () => {
    const both = selected({ kind: 'nodes', keys: ['a'] }, node('b'), true)
    expect(both).to.deep.equal({ kind: 'nodes', keys: ['a', 'b'] })
    expect(selected(both, node('a'), true)).to.deep.equal({ kind: 'nodes', keys: ['b'] })
    expect(selected({ kind: 'nodes', keys: ['b'] }, node('b'), true)).to.equal(undefined)
  })

  it('clears beside everything, but not with a modifier', () => {
    expect(selected({ kind: 'nodes', keys: ['a'] }, undefined, false)).to.equal(undefined)
    expect(selected({ kind: 'nodes', keys: ['a'] }, undefined, true)).to.deep.equal({
      kind: 'nodes',
      keys: ['a'],
    })
  })
})

function aDrawing(places: readonly { x: number; y: number }[]): Drawing {
  const nodes = places.map(({ x, y }, index): [string, DrawnNode] => [
    String(index),
    {
      key: String(index),
      x,
      y,
      radius: 10,
      fill: 'shop',
      icon: 'shop',
      status: 'open',
      generic: false,
      ghost: false,
      dim: false,
      selected: false,
      joins: false,
      pinned: false,
      candidate: 'none',
      lines: [],
    },
  ])
  return { nodes: new Map(nodes), ties: [], under: [], notes: [], width: 800, height: 600 }
}
