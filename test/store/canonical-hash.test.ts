import { expect } from 'chai'
import fc from 'fast-check'

import { canonicalJson } from '../../server/domain/canonical.ts'
import { edgeOf, edgeState, nodeOf, nodeState } from '../../server/domain/fold-state.ts'
import { nodeKey } from '../../server/domain/keys.ts'
import { IsoDate } from '../../server/domain/units.ts'
import { edgeLine, nodeLine } from '../../server/store/canonical-hash.ts'

const days = fc.option(
  fc.constantFrom('2025-01-31', '2026-02-01').map(IsoDate.parse.bind(IsoDate)),
  {
    nil: undefined,
  },
)
const properties = fc.dictionary(
  fc.constantFrom('platform', 'literal', '10', '9', '__proto__', 'ä'),
  fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string())),
)
const life = fc.record(
  {
    began: fc.constantFrom('opened' as const, 'reinstated' as const),
    ended: fc.constantFrom('owner' as const, 'sold' as const),
    from: fc.constant(IsoDate.parse('2025-01-01')),
    to: fc.constant(IsoDate.parse('2025-06-01')),
    explicit: fc.boolean(),
  },
  { requiredKeys: ['began', 'explicit'] },
)
const said = { properties, firstSeen: days, lastSeen: days }
const records = ['b'.repeat(64)] as never

describe('the lines of the canonical hash', () => {
  it('are the canonical JSON of a node', () => {
    fc.assert(
      fc.property(
        fc.record({
          ...said,
          name: fc.option(fc.string(), { nil: undefined }),
          life: fc.option(life, { nil: undefined }),
        }),
        (one) => {
          const key = nodeKey('Shop', 'taobei.example', 'ä/1')
          const statement = { key, kind: 'Shop', ...one } as Parameters<typeof nodeState>[0]
          const node = nodeOf(key, nodeState(statement), records)
          expect(nodeLine(node)).to.equal(canonicalJson(node))
        },
      ),
    )
  })

  it('are the canonical JSON of a relation', () => {
    fc.assert(
      fc.property(fc.record(said), fc.string(), (one, discriminator) => {
        const ends = { from: nodeKey('Shop', 'a', '1'), to: nodeKey('Origin', '广州') }
        const id = { ...ends, type: 'SHIPS_FROM', discriminator } as const
        const edge = edgeOf(id, edgeState(one), records)
        expect(edgeLine(edge)).to.equal(canonicalJson(edge))
      }),
    )
  })
})
