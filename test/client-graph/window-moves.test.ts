import { expect } from 'chai'
import fc from 'fast-check'

import { sceneMonths } from '../../client/timeline/scene-months.ts'
import {
  addMonths,
  between,
  daysBetween,
  shifted,
  windowAfterKey,
} from '../../client/timeline/window-moves.ts'
import { aScene } from './a-scene.ts'

const bounds = { first: '2023-01-01', last: '2026-03-14' }
const window = { from: '2024-01-31', to: '2025-01-31' }
const day = fc
  .date({ min: new Date('2022-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const key = (name: string, shiftKey = false) => ({ key: name, shiftKey })
const setting = { grip: 'whole', bounds, asOf: '2026-03-14' } as const

describe('keys on the window', () => {
  it('move it by a month and its end alone with Shift', () => {
    expect(windowAfterKey(window, key('ArrowRight'), setting)).to.deep.equal({
      from: '2024-02-29',
      to: '2025-02-28',
    })
    expect(windowAfterKey(window, key('ArrowLeft', true), setting)).to.deep.equal({
      from: '2024-01-31',
      to: '2024-12-31',
    })
  })

  it('move an edge that has the focus', () => {
    const edge = { ...setting, grip: 'from' } as const
    expect(windowAfterKey(window, key('PageDown'), edge)?.from).to.equal('2023-01-31')
  })

  it('make one of the last twelve months where there is none', () => {
    expect(windowAfterKey(undefined, key('ArrowLeft'), setting)).to.deep.equal({
      from: '2025-03-14',
      to: '2026-03-14',
    })
  })

  it('that mean nothing leave it alone, and so does the end of the axis', () => {
    expect(windowAfterKey(window, key('x'), setting)).to.equal(undefined)
    const last = { from: '2025-03-14', to: '2026-03-14' }
    expect(windowAfterKey(last, key('ArrowRight'), setting)).to.deep.equal(last)
  })
})

describe('a drag over the histogram', () => {
  it('gives a window within the axis, whichever way it runs', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const { from, to } = between(a, b, bounds)
        expect(from <= to && bounds.first <= from && to <= bounds.last).to.equal(true)
        expect(between(b, a, bounds)).to.deep.equal({ from, to })
      }),
    )
  })

  it('moves a window without changing how long it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3_000, max: 3_000 }), (days) => {
        const { from, to } = shifted(window, days, bounds)
        expect(daysBetween(from, to)).to.equal(daysBetween(window.from, window.to))
        expect(bounds.first <= from && to <= bounds.last).to.equal(true)
      }),
    )
  })
})

describe('months of a picture', () => {
  it('end on the last of a shorter month', () => {
    expect(addMonths('2024-01-31', 1)).to.equal('2024-02-29')
    expect(addMonths('2024-03-15', -15)).to.equal('2022-12-15')
  })

  it('count what is in it, and nothing that is hidden or filtered out', () => {
    const scene = aScene()
    const opened = sceneMonths(scene).reduce((sum, month) => sum + month.opened, 0)
    expect(opened).to.equal(8)
    const hidden = new Set(['shop:jushi/88213'])
    const less = sceneMonths({ ...scene, hidden }).reduce((sum, month) => sum + month.opened, 0)
    expect(less).to.equal(7)
  })
})
