import { expect } from 'chai'

import { ringOf } from '../support/trace-builders.ts'
import { ringFigures } from './supply/ring-figures.ts'
import { sourceOf } from './supply/ring-sources.ts'

const supply = (factory: string, started: number) => ({ factory, started })

describe('sourceOf', () => {
  it('is the factory of most shops, of equals the one of the latest shop', () => {
    const ring = ringOf('shop:p/1', 'shop:p/2', 'shop:p/3')
    const truth = new Map([
      ['shop:p/1', supply('a', 1)],
      ['shop:p/2', supply('a', 2)],
      ['shop:p/3', supply('b', 3)],
    ])
    expect(sourceOf(ring, truth)).to.equal('a')
    truth.delete('shop:p/2')
    expect(sourceOf(ring, truth)).to.equal('b')
    expect(sourceOf(ring, new Map())).to.equal(undefined)
  })
})

describe('ringFigures', () => {
  it('scores the likeliest factory of rings that have one, and counts the others', () => {
    const right = {
      factories: [{ probability: 0.9, right: true }],
      unknown: { probability: 0.1, right: false },
    }
    const wrong = {
      factories: [{ probability: 0.6, right: false }],
      unknown: { probability: 0.4, right: true },
    }
    const none = { factories: [], unknown: { probability: 1, right: true } }
    const figures = ringFigures([right, wrong, none])
    const value = (name: string) => figures.find((own) => own.name === name)?.value
    expect(value('rings')).to.equal(3)
    expect(value('rings with a factory to rank')).to.equal(2)
    expect(value('top-1')).to.equal(0.5)
    expect(value('ECE')).to.be.closeTo((0.1 + 0.6) / 2, 1e-9)
  })
})
