import { expect } from 'chai'
import fc from 'fast-check'

import type { EdgeStatement, NodeStatement } from '../../server/domain/fact.ts'
import { foldEdge, foldNode, otherNamesIn, type Said } from '../../server/domain/fold.ts'
import { mergeStates, nodeState } from '../../server/domain/fold-state.ts'
import type { Life } from '../../server/domain/life.ts'
import { day, edge, key, node, sha } from '../support/store-builders.ts'

const shop = 'shop:taobao.com/1'
const said = <T>(...statements: T[]): Said<T>[] =>
  statements.map((statement, at) => ({ record: sha(`${at}`), statement }))
const life = (from: string, traits: Partial<Life & { explicit: boolean }> = {}) => ({
  from: day(from),
  began: 'opened' as const,
  explicit: false,
  ...traits,
})

const anyDay = fc.option(fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01').map(day), {
  nil: undefined,
})
const anyLife = fc.option(
  fc.record(
    {
      from: anyDay,
      to: anyDay,
      began: fc.constantFrom('opened' as const, 'taken_over' as const),
      ended: fc.constantFrom('counterfeit' as const, 'owner' as const),
      explicit: fc.boolean(),
    },
    { requiredKeys: ['began', 'explicit'] },
  ),
  { nil: undefined },
)
const anyProperties = fc.dictionary(
  fc.constantFrom('platform', 'brands', 'count', '__proto__', 'constructor'),
  fc.oneof(
    fc.constantFrom('a', 'b', ''),
    fc.integer({ min: 0, max: 2 }),
    fc.boolean(),
    fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }),
  ),
)
const anyStatement: fc.Arbitrary<NodeStatement> = fc.record({
  key: fc.constant(key(shop)),
  kind: fc.constant('Shop' as const),
  name: fc.constantFrom(undefined, '', '海在', 'LuxeBagHub', '名表'),
  properties: anyProperties,
  life: anyLife,
  firstSeen: anyDay,
  lastSeen: anyDay,
})

describe('folding statements', () => {
  it('gives the same node in every order', () => {
    fc.assert(
      fc.property(
        fc.array(anyStatement, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        (list, seed) => {
          const statements = said(...list)
          const shuffled = statements.toSorted(
            (a, b) =>
              sha(seed + a.record).charCodeAt(seed % 60) -
              sha(seed + b.record).charCodeAt(seed % 60),
          )
          expect(foldNode(shuffled)).to.deep.equal(foldNode(statements))
          expect(foldNode(statements.toReversed())).to.deep.equal(foldNode(statements))
        },
      ),
    )
  })

  it('may take in a statement twice, and in groups', () => {
    fc.assert(
      fc.property(anyStatement, anyStatement, anyStatement, (a, b, c) => {
        const [one, two, three] = [nodeState(a), nodeState(b), nodeState(c)]
        const left = mergeStates(mergeStates(one, two), three)
        expect(mergeStates(one, mergeStates(two, three))).to.deep.equal(left)
        expect(mergeStates(left, two)).to.deep.equal(left)
      }),
    )
  })

  it('keeps the names that do not count beside the one that does', () => {
    fc.assert(
      fc.property(fc.array(anyStatement, { minLength: 1, maxLength: 6 }), (list) => {
        const { name } = foldNode(said(...list))
        const given = new Set(list.flatMap((one) => one.name || []))
        const others = otherNamesIn(said(...list))
        expect(others).to.deep.equal([...given].filter((one) => one !== name).toSorted())
      }),
    )
  })

  it('says a life alike whether what is not known of it is left out or undefined', () => {
    const told = { began: 'opened' as const, explicit: true }
    const blank = nodeState(node(shop, { life: { ...told, from: undefined } }))
    expect(blank).to.deep.equal(nodeState(node(shop, { life: told })))
  })

  it('takes of each property the value seen last, and unites lists', () => {
    const folded = foldNode(
      said(
        node(shop, {
          properties: { status: 'open', brands: ['b', 'a'] },
          lastSeen: day('2026-02-01'),
        }),
        node(shop, { properties: { status: 'new', brands: ['c'] }, lastSeen: day('2026-01-01') }),
        node(shop, { properties: { status: 'unknown' } }),
      ),
    )
    expect(folded.properties).to.deep.equal({ brands: ['a', 'b', 'c'], status: 'open' })
  })

  it('keeps the first and the last day anything was seen', () => {
    const { firstSeen, lastSeen } = foldNode(
      said(
        node(shop, { firstSeen: day('2026-02-01'), lastSeen: day('2026-02-09') }),
        node(shop, { firstSeen: day('2026-01-01'), lastSeen: day('2026-01-09') }),
        node(shop),
      ),
    )
    expect([firstSeen, lastSeen]).to.deep.equal(['2026-01-01', '2026-02-09'])
  })

  it('calls a node by its latest name that is not empty, and else by the last part of its key', () => {
    expect(
      foldNode(
        said(
          node(shop, { name: '旧', lastSeen: day('2026-01-01') }),
          node(shop, { name: '新', lastSeen: day('2026-02-01') }),
          node(shop, { name: '', lastSeen: day('2026-03-01') }),
        ),
      ).name,
    ).to.equal('新')
    expect(foldNode(said(node('contact:phone/+86138'))).name).to.equal('+86138')
    expect(foldNode(said(node('origin:广州%2F白云'))).name).to.equal('广州/白云')
  })

  it('tells one life from several rows of a shop, and an unknown end ends nothing', () => {
    const { lives } = foldNode(
      said(
        node(shop, { life: life('2026-01-05', { to: day('2026-02-01'), ended: 'counterfeit' }) }),
        node(shop, { life: life('2026-01-01'), lastSeen: day('2026-03-01') }),
      ),
    )
    expect(lives).to.deep.equal([
      { from: '2026-01-01', to: '2026-02-01', began: 'opened', ended: 'counterfeit' },
    ])
  })

  it('believes life rows over shop rows, oldest first', () => {
    const { lives } = foldNode(
      said(
        node(shop, { life: life('2026-03-01', { explicit: true, began: 'reinstated' }) }),
        node(shop, { life: life('2025-12-01') }),
        node(shop, { life: life('2026-01-01', { explicit: true, to: day('2026-02-01') }) }),
      ),
    )
    expect(lives).to.deep.equal([
      { from: '2026-01-01', to: '2026-02-01', began: 'opened' },
      { from: '2026-03-01', began: 'reinstated' },
    ])
  })

  it('tells one life from life rows that disagree by days, as a shop has one life at a time', () => {
    const closed = (from: string, to: string, began: Life['began'] = 'opened') =>
      node(shop, { life: life(from, { explicit: true, to: day(to), ended: 'counterfeit', began }) })
    const rows = [
      closed('2024-01-15', '2024-05-01'),
      closed('2024-06-20', '2025-03-01', 'reinstated'),
      closed('2024-01-16', '2024-05-02'),
      closed('2024-06-21', '2025-03-02', 'reinstated'),
      closed('2025-03-02', '2025-04-01', 'reinstated'),
    ]
    const expected = [
      { from: '2024-01-15', to: '2024-05-02', began: 'opened', ended: 'counterfeit' },
      { from: '2024-06-20', to: '2025-03-02', began: 'reinstated', ended: 'counterfeit' },
      { from: '2025-03-02', to: '2025-04-01', began: 'reinstated', ended: 'counterfeit' },
    ]
    for (const told of [rows, rows.toReversed()])
      expect(foldNode(said(...told)).lives).to.deep.equal(expected)
  })

  it('keeps a life that began otherwise within another, and one after an end that nobody told', () => {
    const told = [
      { from: '2024-01-15', to: '2024-05-01', began: 'opened' },
      { from: '2024-04-20', to: '2024-09-01', began: 'taken_over' },
      { from: '2025-01-01', began: 'opened' },
      { from: '2025-02-01', to: '2025-03-01', began: 'opened' },
    ] as Life[]
    const rows = told.map((own) => node(shop, { life: { ...own, explicit: true } }))
    expect(foldNode(said(...rows)).lives).to.deep.equal(told)
  })

  it('keeps property names that mean something to JavaScript', () => {
    const properties = JSON.parse('{"__proto__":"a","constructor":"b"}')
    const folded = foldNode(said(node(shop, { properties })))
    expect(Object.entries(folded.properties)).to.deep.equal([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ])
  })

  it('names every record once, sorted', () => {
    const statement = node(shop)
    const twice = [sha('b'), sha('a'), sha('b')].map((record) => ({ record, statement }))
    expect(foldNode(twice).records).to.deep.equal([sha('a'), sha('b')].toSorted())
  })

  it('folds relations alike', () => {
    const paid = (traits: Partial<EdgeStatement>) =>
      edge(shop, 'PAID_INTO', 'account:bank/1', { discriminator: 'collects', ...traits })
    expect(
      foldEdge(
        said(
          paid({ properties: { role: 'collects' }, firstSeen: day('2026-01-01') }),
          paid({ lastSeen: day('2026-02-01') }),
        ),
      ),
    ).to.deep.equal({
      from: shop,
      type: 'PAID_INTO',
      to: 'account:bank/1',
      discriminator: 'collects',
      properties: { role: 'collects' },
      firstSeen: '2026-01-01',
      lastSeen: '2026-02-01',
      records: [sha('0'), sha('1')].toSorted(),
    })
  })

  it('refuses to fold nothing, or two things into one', () => {
    expect(() => foldNode([])).to.throw('nothing is said')
    expect(() => foldNode(said(node(shop), node('shop:taobao.com/2')))).to.throw('cannot fold')
  })
})
