import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'
import fc from 'fast-check'

import { textBlocks } from '../../server/domain/columns/text-blocks.ts'
import { FailureError } from '../../server/domain/failure.ts'
import { textFile } from '../../server/jobs/text-file.ts'

describe('texts in a file', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'revenant-texts-'))
  })
  after(() => rmSync(folder, { recursive: true }))

  it('are the same texts as beside the heap, at the same places, however long they are', () => {
    // Three of the longest fill what is written at once.
    const text = fc
      .tuple(fc.string({ unit: 'grapheme' }), fc.constantFrom(0, 1, 20_000, 200_000))
      .map(([own, times]) => own + 'ledger 賬'.repeat(times / 10))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
        using file = textFile(folder)
        const blocks = textBlocks()
        for (const own of texts) {
          expect(file.add(own)).to.equal(blocks.add(own))
          expect(file.textAt(0)).to.equal(blocks.textAt(0))
        }
        for (const place of texts.keys()) expect(file.textAt(place)).to.equal(blocks.textAt(place))
      }),
      { numRuns: 30 },
    )
  })

  it('leave no file behind, not even while they are read', () => {
    using file = textFile(folder)
    const place = file.add('of nobody else’s')
    expect(readdirSync(folder)).to.deep.equal([])
    expect(file.textAt(place)).to.equal('of nobody else’s')
  })

  it('fail with what to do where the folder takes none', () => {
    using file = textFile(join(folder, 'nowhere'))
    expect(() => file.add('x')).to.throw(FailureError, /free some space/)
  })
})
