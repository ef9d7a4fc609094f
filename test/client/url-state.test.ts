import { expect } from 'chai'
import fc from 'fast-check'

import { readUrl, type UrlState, writeUrl } from '../../client/scene/url-state.ts'

const text = fc.string({ minLength: 1, unit: 'grapheme', maxLength: 12 })
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const anyState: fc.Arbitrary<UrlState> = fc
  .record({
    ring: maybe(text),
    shop: maybe(text),
    layout: maybe(fc.constantFrom('lanes' as const, 'force' as const, 'table' as const)),
    scene: maybe(text),
    keys: maybe(fc.array(text, { minLength: 1, maxLength: 40 })),
    asOf: maybe(fc.constantFrom('2026-03-14', '2023-01-01')),
    knownAt: maybe(fc.constantFrom('2026-05-03T10:00:00.250Z', '2020-02-29T23:59:59.999Z')),
    known: maybe(fc.constant(true)),
    window: maybe(fc.constant({ from: '2024-01-01', to: '2025-06-30' })),
    selection: maybe(
      fc.oneof(
        fc.record({
          kind: fc.constant('nodes' as const),
          keys: fc.array(text, { minLength: 1, maxLength: 20 }),
        }),
        fc.record({ kind: fc.constantFrom('link' as const, 'edge' as const), id: text }),
      ),
    ),
    filter: maybe(
      fc.record({
        off: fc.uniqueArray(fc.constantFrom('kind:Shop', 'platform:淘宝', 'strength:p50'), {
          minLength: 1,
        }),
      }),
    ),
    language: maybe(fc.constantFrom('en' as const, 'zh' as const)),
    e2e: maybe(fc.constant(true)),
  })
  .map((state) => withoutAbsent(state))

describe('url state', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(readUrl(writeUrl(state))).to.deep.equal(state)
      }),
    )
  })

  it('reads the same with or without the question mark', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(readUrl(`?${writeUrl(state)}`)).to.deep.equal(readUrl(writeUrl(state)))
      }),
    )
  })

  it('leaves out what it cannot read', () => {
    expect(
      readUrl('?layout=spiral&lang=fr&asOf=soon&knownAt=lately&e2e=yes&other=1'),
    ).to.deep.equal({})
  })

  it('takes a moment as people write it: with its distance from UTC, or as a day, which counts to its end', () => {
    const read = (knownAt: string) => readUrl(String(new URLSearchParams({ knownAt }))).knownAt
    expect(read('2026-05-03T18:00:00+08:00')).to.equal('2026-05-03T10:00:00.000Z')
    expect(read('2026-05-03')).to.equal('2026-05-03T23:59:59.999Z')
    expect(read('2026-05-03T10:00')).to.equal(undefined)
    expect(read('2026-13-03')).to.equal(undefined)
  })

  it('carries no more than twenty selected nodes', () => {
    const keys = Array.from({ length: 30 }, (_, place) => `shop:a/${place}`)
    const { selection } = readUrl(writeUrl({ selection: { kind: 'nodes', keys } }))
    expect(selection).to.deep.equal({ kind: 'nodes', keys: keys.slice(0, 20) })
  })

  it('keeps hanzi and structure of keys', () => {
    const ring = 'ring:taobao.com/金莲%2F1&x=1'
    expect(readUrl(writeUrl({ ring })).ring).to.equal(ring)
  })
})

function withoutAbsent(state: object): UrlState {
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined))
}
