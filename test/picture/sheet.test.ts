import { expect } from 'chai'
import fc from 'fast-check'

import { lanesPicture } from '../../server/picture/lanes.ts'
import { laidOut, legendKeys, type Sheet } from '../../server/picture/sheet.ts'
import { paintSheet } from '../../server/picture/sheet-svg.ts'
import { textWidth, wrapText } from '../../server/picture/text-width.ts'
import { darkTheme, lightTheme } from '../../server/picture/theme.ts'
import { words } from '../../server/picture/words.ts'
import { readXml } from '../support/xml-reader.ts'
import { goldenLotus } from './golden-lotus.ts'

const options = { width: 800, height: 620, left: 8, asOf: '2026-03-14', until: '2026-03-14' }

function aSheet(part: Partial<Sheet> = {}): Sheet {
  const { title, shapes, width, height } = lanesPicture(goldenLotus(), {
    ...options,
    words: words.en,
    legend: false,
  })
  return {
    title,
    subtitle: 'As of 2026-03-14',
    shapes,
    box: { left: 0, top: 0, right: width, bottom: height },
    signs: [],
    lines: ['run 1 of 2026-03-14 · data: demo', 'Probabilities are estimates.'],
    ...part,
  }
}

describe('a sheet', () => {
  it('is a well-formed document with title, date, origin and what it does not prove', () => {
    for (const theme of [lightTheme, darkTheme]) {
      const svg = paintSheet(aSheet(), theme, words.en)
      expect(() => readXml(svg)).not.to.throw()
      expect(svg).to.include('As of 2026-03-14').and.include('Probabilities are estimates.')
    }
  })

  it('fetches nothing and carries no font', () => {
    const svg = paintSheet(aSheet(), lightTheme, words.zh).replace('http://www.w3.org/2000/svg', '')
    expect(svg).not.to.match(/https?:|href|@font-face|"data:|<style|<script|<image/)
  })

  it('stays well-formed whatever names things have', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom('"><script>alert(1)</script>', ']]>', '\u0000\uFFFE', '\uD800', '<?xml?>'),
    )
    fc.assert(
      fc.property(hostile, (name) => {
        const sheet = aSheet({ title: name, subtitle: name, signs: [name], lines: [name] })
        const svg = paintSheet(sheet, lightTheme, words.en)
        expect(() => readXml(svg)).not.to.throw()
        expect(svg).not.to.include('<script')
      }),
      { numRuns: 50 },
    )
  })

  it('has a legend of what is drawn and of nothing else', () => {
    const keys = legendKeys(aSheet().shapes)
    expect(keys).to.include('cameBack').and.include('onlyJoin')
    expect(legendKeys([])).to.deep.equal([])
    expect(legendKeys(aSheet().shapes.filter(({ shape }) => shape === 'text'))).to.deep.equal([])
  })

  it('keeps every text within its width', () => {
    const line = 'Probabilities are estimates and no proof. '.repeat(12)
    const { width, around } = laidOut(aSheet({ lines: [line] }), words.en)
    for (const shape of around)
      if (shape.shape === 'text')
        expect(shape.x + textWidth(shape.text, 11) <= width + 1).to.equal(true)
  })
})

describe('a wrapped text', () => {
  it('loses no character but the spaces it is broken at', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'W', ' ', '店', '群', '.') })
    fc.assert(
      fc.property(text, (content) => {
        const lines = wrapText(content, 11, 120)
        const bare = (some: string) => some.replaceAll(/\s/g, '')
        if (lines.every((one) => !one.endsWith('…')))
          expect(bare(lines.join(''))).to.equal(bare(content))
        for (const one of lines) expect(textWidth(one, 11) <= 120).to.equal(true)
      }),
    )
  })
})
