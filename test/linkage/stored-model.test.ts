import { expect } from 'chai'
import fc from 'fast-check'

import { canonicalJson } from '../../server/domain/canonical.ts'
import type { StoredModel } from '../../server/domain/run.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import type { Model } from '../../server/linkage/model.ts'
import { readModel, storeModel } from '../../server/linkage/stored-model.ts'
import { market, options, strangers } from './market.ts'

const evidence = market([
  { id: 'a', closed: '2025-01-01', account: ['x'], name: 'Golden Lotus' },
  { id: 'b', opened: '2025-01-09', account: ['x'], name: 'Golden Lotus Outlet' },
  ...strangers(20),
])
const { links, model: made } = linkShops(evidence, options)
const numbers = numbersIn(made)

/** The same model with every number another one. JSON has no −0, and no sum tells it from 0. */
const models: fc.Arbitrary<Model> = fc
  .array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
    minLength: numbers,
    maxLength: numbers,
  })
  .map((values) => withNumbers(made, values.map((value) => value + 0).values()))

describe('a stored model', () => {
  it('reads back as the same numbers, every bit of them', () => {
    fc.assert(
      fc.property(models, (model) => {
        expect(readModel(throughJson(storeModel(model)))).to.deep.equal(model)
      }),
    )
  })

  it('is the same text each time it is written', () => {
    fc.assert(
      fc.property(models, (model) => {
        const text = canonicalJson(storeModel(model))
        expect(canonicalJson(storeModel(readModel(JSON.parse(text)) as Model))).to.equal(text)
      }),
    )
  })

  it('judges as the model did that it was written from, whatever shops came since', () => {
    const more = { ...evidence, nodes: [...evidence.nodes, ...market(strangers(40)).nodes] }
    const kept = readModel(throughJson(storeModel(made)))
    const judged = linkShops(more, { ...options, model: kept })
    expect(links.filter(({ kind }) => kind !== 'shares_supply')).to.have.length(2)
    expect(canonicalJson(judged.links)).to.equal(canonicalJson(links))
    expect(linkShops(more, options).links[0]?.bits).to.not.equal(links[0]?.bits)
  })

  const written = storeModel(made)
  const channels = written.channels as { channel: string; m: number[] }[]
  const unusable: readonly [what: string, stored: StoredModel][] = [
    ['of which only the name is known', { name: 'other' }],
    ['that lacks a channel', { ...written, channels: channels.slice(1) }],
    ['with a channel more', { ...written, channels: [...channels, channels[0]] }],
    ['whose channels stand in another order', { ...written, channels: channels.toReversed() }],
    [
      'with a level less in one channel',
      { ...written, channels: channels.map((own) => ({ ...own, m: own.m.slice(1) })) },
    ],
    ['with something that we do not weigh', { ...written, seasons: [1, 2] }],
    ['without a number where one belongs', { ...written, prior: null }],
  ]
  for (const [what, stored] of unusable) {
    it(`${what} is not used`, () => {
      expect(readModel(stored)).to.equal(undefined)
    })
  }
})

function throughJson(stored: StoredModel): StoredModel {
  return JSON.parse(JSON.stringify(stored))
}

function numbersIn(value: unknown): number {
  if (typeof value === 'number') return 1
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, own) => sum + numbersIn(own), 0)
}

function withNumbers<T>(value: T, next: Iterator<number>): T {
  if (typeof value === 'number') return next.next().value
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Float64Array) return value.map(() => next.next().value) as T
  if (Array.isArray(value)) return value.map((own) => withNumbers(own, next)) as T
  const entries = Object.entries(value).map(([name, own]) => [name, withNumbers(own, next)])
  return Object.fromEntries(entries)
}
