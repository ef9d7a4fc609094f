import { expect } from 'chai'
import fc from 'fast-check'

import type { Ledger, Link } from '../../server/domain/link.ts'
import type { Bits, Probability } from '../../server/domain/units.ts'
import { explainPair } from '../../server/linkage/explain-pair.ts'
import { fitText, widthOf } from '../../server/linkage/text-width.ts'
import { waterfall } from '../../server/linkage/waterfall.ts'
import { decision, market, options, shopKey, strangers } from './market.ts'

const shops = [
  {
    id: '1',
    name: '金莲箱包',
    opened: '2024-01-01',
    closed: '2024-05-01',
    phone: ['+8613800138000'],
    account: ['acc-1'],
    person: '陈建国',
  },
  {
    id: '2',
    name: '莲记手袋店',
    opened: '2024-05-10',
    phone: ['+8613800138001'],
    account: ['acc-1'],
  },
  { id: '3', opened: '2024-05-20', account: ['acc-1'] },
]
const evidence = market([...shops, ...strangers(80)], [decision('1', '2', 'same')])
const names = new Map(evidence.nodes.map(({ key, name }) => [key, name]))
const nameOf = (key: string) => names.get(key) ?? key
const [back] = explainPair(evidence, shopKey('1'), shopKey('2'), options)
const text = waterfall(back ?? expect.fail('no link'), nameOf)

describe('waterfall', () => {
  it('opens with both shops, what links them, how probable, and that nothing was checked', () => {
    expect(text).to.match(
      /^金莲箱包 \(test\/1\)\n {2}came back as 莲记手袋店 \(test\/2\): \S+%, not yet checked here\n {2}Lin decided on 2025-06-01: same/,
    )
  })

  it('gives every part of the sum a line with its bits', () => {
    for (const part of ['prior', 'phone', 'account', 'name', 'gap', 'calibration', 'total']) {
      expect(text).to.match(new RegExp(`^${part} .*[+-]?\\d+\\.\\d`, 'm'))
    }
  })

  it('shows both literal values, their records by short hash, holders, and the innocent explanation', () => {
    expect(text).to.match(/^account +same +acc-1 +acc-1 +3 hold it/m)
    expect(text).to.include('records 31000000 | 32000000')
    expect(text).to.match(/could be innocent: .*payment agent/)
  })

  it('names the rivals and nobody, what it stands on, and what is unknown', () => {
    expect(text).to.match(
      /The closed shop came back as\n +\S+% {2}莲记手袋店 \(test\/2\), this link\n +\S+% {2}test\/3\n +\S+% {2}nobody seen so far/,
    )
    expect(text).to.match(/^It stands on: account/m)
    expect(text).to.match(/^Unknown on one side or both, 0 bits: .*registrant/m)
  })

  it('lines its columns up under Chinese text, and stays within a hundred columns where it draws a table', () => {
    const rows = text.split('\n').filter((line) => /^(phone|account|name) /.test(line))
    const columns = rows.map((line) => widthOf(line.slice(0, line.search(/[+-]?\d+\.\d( |$)/))))
    expect(new Set(columns.map((column) => Math.floor(column / 4))).size).to.be.at.most(2)
    for (const line of rows) expect(widthOf(line)).to.be.at.most(100)
  })

  it('never calls anything certain', () => {
    expect(text).not.to.match(/[^.\d]100(\.0)?%/)
  })
})

describe('waterfall of other outcomes', () => {
  const link = back ?? expect.fail('no link')
  const told = (ledger: Partial<Ledger>, kind: Link['kind'] = 'same_controller') =>
    waterfall({ ...link, kind, ledger: { ...link.ledger, ...ledger } }, nameOf)

  it('puts a common supply or an imitation under the total, outside the sum', () => {
    const supply = { probability: 0.31 as Probability, bits: 7.2 as Bits, imitation: false }
    expect(told({ supply })).to.match(
      /^total .*\nsupply +31\.0% of common supply, without one controller\n +they draw on one supplier.*\+7\.2 bits of place and goods speak for it, beside the sum$/m,
    )
    expect(told({ supply: { ...supply, imitation: true } })).to.match(
      /^imitation +31\.0% of imitation of the public face, without one controller\n +one may copy/m,
    )
    expect(told({ supply: { ...supply, imitation: true } }, 'shares_supply')).to.include(
      'looks like',
    )
    expect(told({})).not.to.match(/^(supply|imitation) /m)
  })

  it('checks a common supply against no label', () => {
    const calibration = { ...link.ledger.calibration, labels: 240 }
    expect(told({ calibration })).to.match(/has one controller with .*, checked on 240 labels\n/)
    expect(told({ calibration }, 'shares_supply')).to.match(
      /shares supply with .*, not checked by any label\n/,
    )
  })

  it('gives lives side by side a line of the sum in place of the gap', () => {
    const { gap: _gap, ...ledger } = link.ledger
    const text = waterfall(
      { ...link, ledger: { ...ledger, together: { bits: -1.2 as Bits } } },
      nameOf,
    )
    expect(text).to.match(/^together +both ran side by side +-1\.2/m)
    expect(text).not.to.match(/^gap /m)
  })

  it('says where the weights come from', () => {
    const by = (model: string) => told({ calibration: { ...link.ledger.calibration, model } })
    expect(by('learnt-weights-2')).to.include('model learnt-weights-2: learnt from this store\n')
    expect(by('usual-weights-2')).to.include('the store holds too little to learn from\n')
    expect(by('another-1')).to.include('model another-1\n')
  })

  it('says how much a channel counts beside others, and tells titles whole', () => {
    const [bar] = link.ledger.bars
    if (bar === undefined) expect.fail('no bar')
    const title = 'vintage chain bag in soft leather with a long strap'
    const a = { ...bar.a, literal: title }
    const bars = [
      { ...bar, channel: 'titles' as const, level: 'near', a, damping: 0.34, beta: 0.8 },
    ]
    const text = told({ bars })
    expect(text).to.include(`one lists: ${title}\n`)
    expect(text).to.include(
      'times 0.80 by calibration; counts 34 % beside other evidence with the same cause',
    )
    expect(told({ bars: bars.map((own) => ({ ...own, damping: 0.00001 })) })).to.include(
      'counts under 1 % beside',
    )
    expect(told({ bars: bars.map((own) => ({ ...own, level: 'differ' })) })).to.include(
      'nothing is shown by both; these are examples',
    )
  })
})

describe('fitText', () => {
  it('fills exactly the columns it is given', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '莲', ' ', 'é', '！') }),
        fc.integer({ min: 2, max: 30 }),
        (own, columns) => {
          expect(widthOf(fitText(own, columns))).to.equal(columns)
        },
      ),
    )
  })

  it('lets no value command the terminal, nor turn the rest of its line round', () => {
    expect(fitText('\u202eabc\u001b[31m\u2067d', 12)).to.equal('abc [31md   ')
    expect(fitText('نور', 5)).to.equal('نور  ')
    expect(widthOf('रीमा\u200d')).to.equal(2)
  })
})
