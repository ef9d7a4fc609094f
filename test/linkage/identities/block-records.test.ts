import { expect } from 'chai'
import fc from 'fast-check'

import { blockRecords } from '../../../server/linkage/identities/block-records.ts'
import { everyRule } from '../../../server/linkage/identities/every-rule.ts'
import { keysOfTexts, pairedKeys } from '../../../server/linkage/identities/keys.ts'

describe('blocking of records', () => {
  it('proposes every pair that shares a key of some rule, each once', () => {
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 25 }),
        fc.integer({ min: 2, max: 9 }),
        (rows, most) => {
          const rules = [0, 1].map((rule) => ({
            keys: keysOf(rows.map((row) => row[rule] ?? [])),
            mostHolders: most,
          }))
          const { left, right } = blockRecords(rules, 1e6)
          const found = Array.from(left, (a, pair) => `${a}-${right[pair]}`)
          const holders = (rule: number, key: string) =>
            rows.filter((row) => row[rule]?.includes(key)).length
          const expected = rows.flatMap((row, a) =>
            rows.flatMap((other, b) => {
              const share = [0, 1].some((rule) =>
                row[rule]?.some((key) => other[rule]?.includes(key) && holders(rule, key) <= most),
              )
              return a < b && share ? [`${a}-${b}`] : []
            }),
          )
          expect(found.toSorted()).to.deep.equal(expected.toSorted())
        },
      ),
    )
  })

  it('leaves out the most widely held keys when a rule would break its budget', () => {
    const keys = keysOf([['a'], ['a'], ['a', 'b'], ['b'], ['a']])
    const { left, right } = blockRecords([{ keys, mostHolders: 100 }], 3)
    expect([[...left], [...right]]).to.deep.equal([[2], [3]])
  })

  it('combines keys of two kinds, and several of one, but not those of one thing', () => {
    const first = keysOf([['x', 'y'], ['x', 'y'], ['x']])
    const second = keysOf([['1'], ['2'], ['1']])
    const finders = [
      { of: 'name', keys: first, alone: true, several: true },
      { of: 'date', keys: second, alone: true, several: false },
      { of: 'date', keys: second, alone: false, several: false },
    ]
    expect(everyRule(finders, 5)).to.have.length(5)
    const { starts, codes } = pairedKeys(first, second)
    expect([...starts]).to.deep.equal([0, 2, 4, 5])
    expect(codes[0]).to.equal(codes[4])
    expect(new Set(codes).size).to.equal(4)
  })
})

const record: fc.Arbitrary<string[][]> = fc.tuple(
  fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 }),
  fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 1 }),
)

/** One list of keys a record, by way of a text that spells them. */
function keysOf(lists: readonly (readonly string[])[]) {
  return keysOfTexts(
    lists.map((keys) => keys.join(' ')),
    (text) => text.split(' ').filter((key) => key !== ''),
  )
}
