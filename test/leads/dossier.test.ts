import { expect } from 'chai'
import fc from 'fast-check'

import { paintDossier } from '../../server/leads/dossier/paint.ts'
import { printable } from '../../server/leads/dossier/printable.ts'
import { packLead } from '../../server/leads/lead.ts'
import { verifyPackage } from '../../server/leads/verify.ts'
import { wordsOf } from '../../server/leads/words/words.ts'
import type { Picture } from '../../server/picture/shape.ts'
import { contentsOf, optionsOf } from './contents.ts'

describe('text of a dossier', () => {
  const latin = (codePoint: number) => codePoint < 0x250

  it('prints a character that the font lacks by its number, never a blank', () => {
    expect(printable('𠮷野', latin)).to.equal('[U+20BB7][U+91CE]')
    expect(printable('a\u202eb\u0000c\ud800', latin)).to.equal('a[U+202E]b[U+0000]c[U+D800]')
    expect(printable('\u3164\u00ad', () => true)).to.equal('[U+3164][U+00AD]')
  })

  const codePoint = fc.oneof(
    fc.integer({ min: 0, max: 0xffff }),
    fc.integer({ min: 0, max: 0x10_ffff }),
  )

  it('keeps every character that the font has, and loses none', () => {
    fc.assert(
      fc.property(
        fc.array(codePoint).map((all) => String.fromCodePoint(...all)),
        (value) => {
          const back = printable(value, latin).replaceAll(
            /\[U\+([0-9A-F]{4,6})\]/g,
            (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)),
          )
          expect(back).to.equal(value)
        },
      ),
    )
  })
})

describe('a dossier', () => {
  it('is a tagged PDF/A-2b with the dates of its sealing', async () => {
    const words = wordsOf('en').dossier
    const bytes = paintDossier([{ kind: 'heading', text: '金莲' }], {
      words,
      options: optionsOf(),
    })
    const text = Buffer.from(bytes).toString('latin1')
    expect(text.slice(0, 8)).to.equal('%PDF-1.7')
    expect(text).to.include('<pdfaid:part>2</pdfaid:part>').and.to.include('<pdfaid:conformance>B<')
    expect(text).to.include('/Marked true').and.to.include('D:20260314090100Z')
    expect(text).not.to.include('/Helvetica')
  })

  it('breaks tables over pages and cells over rows', async () => {
    const words = wordsOf('en').dossier
    const long = '奢包汇'.repeat(2_000)
    const bytes = paintDossier(
      [
        { kind: 'paragraph', text: long },
        {
          kind: 'table',
          inset: true,
          columns: [
            { title: 'a', share: 0.1 },
            { title: 'b', share: 0.9 },
          ],
          rows: [[long, 'x'], ...Array.from({ length: 80 }, (_, index) => [String(index), 'y'])],
        },
      ],
      { words, options: optionsOf() },
    )
    const pages =
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/Type \/Page\n/g) ?? []
    expect(pages.length).to.be.above(10)
  })

  it('shows a drawing on a page on its side, labels that the font lacks by their number', async () => {
    const words = wordsOf('en').dossier
    const shapes: Picture['shapes'] = [
      { shape: 'rect', style: 'life-closed', x: 0, y: 0, width: 40, height: 8, radius: 2 },
      { shape: 'path', style: 'came-back', d: 'M0 0C10 0 10 10 20 10' },
      { shape: 'circle', style: 'closed', x: 5, y: 5, radius: 4, ghost: true },
      { shape: 'text', style: 'name', x: 90, y: 20, text: '金莲 𠮷 </text>', anchor: 'end' },
      {
        shape: 'node',
        subject: { of: 'node', id: 'shop:a/1' },
        kind: 'Shop',
        icon: 'shop',
        status: 'closed',
        generic: false,
        x: 9,
        y: 9,
        radius: 9,
      },
    ]
    const picture = { title: 'Lanes', date: 'today', width: 100, height: 40, shapes, notes: [] }
    const bytes = paintDossier(
      [
        { kind: 'figure', picture, caption: 'Lanes', part: words.part },
        { kind: 'heading', text: 'Next' },
      ],
      { words, options: optionsOf() },
    )
    const text = Buffer.from(bytes).toString('latin1')
    expect(text.match(/MediaBox \[0 0 841.89 595.28\]/g)).to.have.length(1)
    expect(text.match(/MediaBox \[0 0 595.28 841.89\]/g)).to.have.length(2)
    expect(text).to.include('/S /Figure').and.to.include('/Alt')
  })

  it('survives names that are made to break it', async () => {
    const names = { lotus: '=cmd|\u0000\ud800</text>', bag: '𠮷😀\u202e', petal: 'W'.repeat(3_000) }
    const bytes = await packLead(contentsOf(names), optionsOf())
    expect(await verifyPackage(bytes)).to.deep.include({ ok: true, problems: [] })
  })
})
