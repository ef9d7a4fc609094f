import { expect } from 'chai'
import type { TFunction } from 'i18next'

import { linkText, modelText } from '../../client/i18n/words.ts'
import { isExample, signOf, valuesText, valueText } from '../../client/inspector/values.ts'
import type { LedgerBar } from '../../server/contract/ring.ts'
import { aLedger } from './builders.ts'

const t = ((id: string) => id) as unknown as TFunction
const long = '70be74a1b2c3d4e5f60966'

describe('values of a bar', () => {
  it('show an opaque id of a picture by its ends, and a title whole', () => {
    expect(valueText('images', long)).to.equal('70be74…0966')
    expect(valueText('images', 'lotus17')).to.equal('lotus17')
    const title = 'vintage chain bag in soft leather with a long strap and two pockets'
    expect(valueText('titles', title)).to.equal(title)
  })

  it('are called examples where two shops list nothing in common', () => {
    const differing = aBar({ channel: 'images', level: 'differ' })
    expect(isExample(differing)).to.equal(true)
    expect(valuesText(t, differing)).to.equal('link.noneShared x ≠ y')
    expect(isExample(aBar({ channel: 'phone', level: 'differ' }))).to.equal(false)
  })

  it('have no equals sign between two ids of one picture', () => {
    expect(signOf(aBar({ channel: 'images', level: 'same' }))).to.equal('≈')
    expect(signOf(aBar({ channel: 'account', level: 'same' }))).to.equal('=')
    expect(signOf(aBar({ channel: 'account', level: 'some level to come' }))).to.equal('~')
  })
})

describe('words of a link', () => {
  it('say where the weights come from, and the name of a model that nobody knows', () => {
    expect(modelText(t, 'learnt-weights-2')).to.equal('link.modelLearnt')
    expect(modelText(t, 'usual-weights-2')).to.equal('link.modelUsual')
    expect(modelText(t, 'other-7')).to.equal('other-7')
  })

  it('tell an imitation from a common supply, and neither from one controller', () => {
    const supply = { probability: 0.6, bits: 7, imitation: true }
    const ledger = aLedger({ supply } as Parameters<typeof aLedger>[0])
    expect(linkText(t, { kind: 'shares_supply', ledger })).to.equal('link.imitation')
    expect(linkText(t, { kind: 'shares_supply', ledger: aLedger() })).to.equal(
      'linkKinds.shares_supply',
    )
    expect(linkText(t, { kind: 'same_controller', ledger })).to.equal('linkKinds.same_controller')
  })
})

function aBar(part: Pick<LedgerBar, 'channel' | 'level'>): LedgerBar {
  return {
    a: { literal: 'x', records: [] },
    b: { literal: 'y', records: [] },
    ...part,
  } as unknown as LedgerBar
}
