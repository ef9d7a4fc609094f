import { expect } from 'chai'
import fc from 'fast-check'

import type { Link } from '../../server/domain/link.ts'
import { outlineOf } from '../../server/domain/link-outline.ts'
import type { Probability } from '../../server/domain/units.ts'
import { aLink, all, aRun, day } from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'

const since = { closed: day('2024-04-01'), days: 35, bits: 2 } as NonNullable<Link['ledger']['gap']>
const probabilities = fc
  .double({ min: 0, max: 1, noNaN: true })
  .map((value) => value as Probability)

for (const [name, open] of Object.entries(stores)) {
  describe(`the outline of a link in the ${name} store`, () => {
    it('says what the link does, numbers to the last digit', async () => {
      await using store = await open()
      const linked = fc.record({
        kind: fc.constantFrom('came_back_as' as const, 'same_controller' as const),
        probability: probabilities,
        controller: probabilities,
        opened: fc.option(fc.constant(day('2024-05-06')), { nil: undefined }),
      })
      let run = 0
      await fc.assert(
        fc.asyncProperty(fc.array(linked, { minLength: 1, maxLength: 5 }), async (wanted) => {
          const links = wanted.map(({ kind, probability, controller, opened }, place) => {
            const link = aLink(`shop:x/${place}`, 'shop:y/1', { kind, probability })
            const gap = opened && { ...since, opened }
            const ledger = { ...link.ledger, probability: controller, ...(gap && { gap }) }
            return { ...link, ledger }
          })
          run = (await store.publishRun(aRun(), { links, rings: [], attributions: [] })).id
          for (const query of [
            { minProbability: 0 },
            { minProbability: 0.5, kind: 'came_back_as' as const },
          ]) {
            const found = await all(store.linkOutlines(run, query))
            expect(found).to.deep.equal((await all(store.links(run, query))).map(outlineOf))
          }
        }),
        { numRuns: 8 },
      )
    })
  })
}
