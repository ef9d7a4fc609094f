import { expect } from 'chai'

import type { GraphNode } from '../../server/domain/graph.ts'
import type { IsoDate } from '../../server/domain/units.ts'
import { countMonths } from '../../server/jobs/months.ts'

const shop: GraphNode = {
  ...{ key: 'shop:t/1', kind: 'Shop', name: 'One', properties: {}, records: [] },
  lives: [{ began: 'opened', from: '2024-01-05' as IsoDate, to: '2024-03-01' as IsoDate }],
}

/** Each of which holds the processor for a millisecond. */
function* slowShops(): Generator<GraphNode> {
  for (let n = 0; n < 40; n++) {
    const until = performance.now() + 1
    while (performance.now() < until);
    yield shop
  }
}

describe('what happened in each month', () => {
  it('is counted by the months in which lives began and ended', async () => {
    expect(await countMonths([shop, shop], [])).to.deep.equal([
      { month: '2024-01', opened: 2, closed: 0, cameBack: 0 },
      { month: '2024-03', opened: 0, closed: 2, cameBack: 0 },
    ])
  })

  it('lets others be answered while very many shops are counted', async () => {
    let answered = 0
    let counting = true
    const answer = () => {
      answered += 1
      if (counting) setImmediate(answer)
    }
    setImmediate(answer)
    await countMonths(slowShops(), [])
    counting = false
    expect(answered).to.be.greaterThan(1)
  })
})
