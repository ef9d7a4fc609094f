import { expect } from 'chai'
import fc from 'fast-check'

import type { CustodyDraft, CustodyEvent } from '../../../server/domain/evidence/custody.ts'
import {
  chained,
  chainProblems,
  emptyChain,
} from '../../../server/domain/evidence/custody-chain.ts'
import { at, sha } from '../../support/store-builders.ts'

const drafts: CustodyDraft[] = Array.from({ length: 12 }, (_, index) => ({
  what: 'exported',
  at: at(index),
  by: 'An',
  file: sha(`${index % 3}`),
  why: '复核',
}))

describe('a chain of custody', () => {
  it('is the same whether events come at once or one by one', () => {
    const once = chained(emptyChain, drafts)
    let byOne: CustodyEvent[] = []
    for (const draft of drafts) byOne = [...byOne, ...chained(byOne.at(-1) ?? emptyChain, [draft])]
    expect(byOne).to.deep.equal(once)
  })

  it('shows every event that was changed, taken out, swapped or put in', async () => {
    const events = chained(emptyChain, drafts)
    expect(await problems(events)).to.deep.equal([])
    await fc.assert(
      fc.asyncProperty(
        fc.nat(10),
        fc.constantFrom('why', 'by', 'at', 'seq'),
        async (index, field) => {
          const event = events[index] as CustodyEvent
          const changed = { ...event, [field]: field === 'at' || field === 'seq' ? 99 : 'x' }
          const forged = chained({ seq: index, hash: event.previous }, [
            { ...event, why: 'x' } as CustodyDraft,
          ])
          const next = events[index + 1] as CustodyEvent
          for (const tampered of [
            events.with(index, changed as CustodyEvent),
            events.with(index, forged[0] as CustodyEvent),
            events.toSpliced(index, 1),
            events.with(index, next).with(index + 1, event),
            events.toSpliced(index, 0, event),
          ]) {
            expect(await problems(tampered)).not.to.deep.equal([])
          }
        },
      ),
      { seed: 20_260_314, numRuns: 40 },
    )
  })
})

async function* streamed(events: readonly CustodyEvent[]) {
  yield* events
}

function problems(events: readonly CustodyEvent[]): Promise<string[]> {
  return chainProblems(streamed(events))
}
