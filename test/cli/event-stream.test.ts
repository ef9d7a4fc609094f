import { expect } from 'chai'
import fc from 'fast-check'

import { readEvents } from '../../server/cli/event-stream.ts'

const text = ': still here\n\nid: 1\ndata: {"a":"金"}\n\nid: 2\ndata: x\n\nid: 3\ndata: cut'
const events = [
  { id: '1', data: '{"a":"金"}' },
  { id: '2', data: 'x' },
]

describe('readEvents', () => {
  it('gives the same events wherever the stream is cut into parts, and none that is not whole', async () => {
    const bytes = Buffer.from(text)
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: bytes.length - 1 }), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(cuts, async (at) => {
        const found = []
        for await (const event of readEvents(parts(bytes, at))) found.push(event)
        expect(found).to.deep.equal(events)
      }),
    )
  })
})

async function* parts(bytes: Uint8Array, cuts: readonly number[]): AsyncIterable<Uint8Array> {
  const ends = [...cuts.toSorted((a, b) => a - b), bytes.length]
  for (const [index, end] of ends.entries()) yield bytes.subarray(ends[index - 1] ?? 0, end)
}
