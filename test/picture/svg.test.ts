import { expect } from 'chai'
import fc from 'fast-check'

import { lanesPicture } from '../../server/picture/lanes.ts'
import { networkPicture } from '../../server/picture/network.ts'
import { paintSvg } from '../../server/picture/svg.ts'
import { darkTheme, lightTheme } from '../../server/picture/theme.ts'
import { timelinePicture } from '../../server/picture/timeline.ts'
import { words } from '../../server/picture/words.ts'
import { readXml } from '../support/xml-reader.ts'
import { goldenLotus } from './golden-lotus.ts'

const options = {
  width: 800,
  height: 620,
  left: 8,
  asOf: '2026-03-14',
  until: '2026-03-14',
  words: words.zh,
}
const months = [{ month: '2025-01', opened: 3, closed: 2, cameBack: 1 }]

describe('a painted picture', () => {
  for (const [name, picture] of Object.entries({
    lanes: lanesPicture,
    network: networkPicture,
    timeline: (ring: ReturnType<typeof goldenLotus>) => timelinePicture(ring, months, options),
  })) {
    it(`is a well-formed document with title and date, of ${name} in both themes`, () => {
      for (const theme of [lightTheme, darkTheme]) {
        const svg = paintSvg(picture(goldenLotus(), options), theme)
        expect(() => readXml(svg)).not.to.throw()
        expect(svg).to.include('<title>').and.include('2026-03-14')
      }
    })
  }

  it('stays well-formed whatever names things have', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom(
        '</text><script>alert(1)</script>',
        '&amp;"\'<',
        '\u0000\u0008\uFFFE',
        '\uD800',
        ']]>',
      ),
    )
    fc.assert(
      fc.property(hostile, (name) => {
        const ring = goldenLotus()
        const nodes = ring.nodes.map((node) => ({ ...node, name }))
        const named = { ...ring, nodes, ring: ring.ring && { ...ring.ring, name } }
        const svg = paintSvg(lanesPicture(named, options), lightTheme)
        expect(() => readXml(svg)).not.to.throw()
        expect(svg).not.to.include('<script')
      }),
      { numRuns: 25 },
    )
  })

  it('sets no color that is not of its theme', () => {
    const colors = new Set(Object.values(darkTheme))
    const svg = paintSvg(lanesPicture(goldenLotus(), options), darkTheme)
    for (const [, color] of svg.matchAll(/"(#[0-9a-f]{6})"/g)) expect(colors).to.include(color)
  })
})
