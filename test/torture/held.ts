import { expect } from 'chai'

import type { TortureFigure } from './figure.ts'

/** Every figure is as it must be. */
export function held(figures: readonly TortureFigure[]): void {
  expect(figures).not.to.be.empty
  for (const { name, value, expected, missed } of figures) {
    expect(value, `${name}: ${missed?.join('; ')}`).to.equal(expected ?? value)
    expect(value, name).to.be.a('number')
  }
}
