import { expect } from 'chai'
import fc from 'fast-check'

import {
  nextOrder,
  sorted,
  type TargetColumn,
  type TargetOrder,
  targetsCsv,
} from '../../client/targets/sorted.ts'

interface Item {
  readonly key: string
  readonly name: string
  readonly shops: number
}

const columns: readonly TargetColumn<Item>[] = [
  { id: 'name', label: 'Name', value: ({ name }) => name },
  { id: 'shops', label: 'Shops', value: ({ shops }) => shops, text: ({ shops }) => `${shops} ×` },
]
const item = (key: string, name: string, shops: number): Item => ({ key, name, shops })
const three = [item('a', 'Beta', 2), item('b', 'Alpha', 10), item('c', 'Gamma', 2)]

describe('tables of targets', () => {
  it('stand in the order of the server until a heading is pressed, and again after the third press', () => {
    const [, shops] = columns
    const orders: (TargetOrder | undefined)[] = [undefined]
    for (let n = 0; n < 3; n++) if (shops) orders.push(nextOrder(orders.at(-1), shops, three[0]))
    const keys = orders.map((order) =>
      sorted(three, columns, order)
        .map(({ key }) => key)
        .join(''),
    )
    expect(keys).to.deep.equal(['abc', 'bac', 'acb', 'abc'])
  })

  it('leave as CSV with bare numbers, the key last, and nothing that a spreadsheet would run', () => {
    const csv = targetsCsv([item('shop:x/1', '=SUM(A1)', 1.23456)], columns)
    expect(csv).to.equal("\uFEFFName,Shops,key\r\n'=SUM(A1),1.2346,shop:x/1\r\n")
  })

  it('(law) hold every item once in any order, and turning an order over turns what it tells', () => {
    const items = fc.array(
      fc.nat(5).map((shops) => item('k', 'n', shops)),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(items, (all) => {
        const order = { column: 'shops', down: true }
        const down = sorted(all, columns, order)
        expect([...down].toSorted((a, b) => a.shops - b.shops)).to.deep.equal(
          all.toSorted((a, b) => a.shops - b.shops),
        )
        const up = sorted(all, columns, { ...order, down: false })
        expect(up.map(({ shops }) => shops)).to.deep.equal(
          down.map(({ shops }) => shops).toReversed(),
        )
      }),
    )
  })
})
