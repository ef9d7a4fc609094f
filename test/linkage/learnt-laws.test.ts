import { expect } from 'chai'

import { canonicalJson } from '../../server/domain/canonical.ts'
import type { GraphEdge, GraphNode, NodeKind } from '../../server/domain/graph.ts'
import { type NodeKey, nodeKey, partsOf } from '../../server/domain/keys.ts'
import { Ledger, type LedgerBar, type Link } from '../../server/domain/link.ts'
import { mulberry32 } from '../../server/domain/random.ts'
import { bitsToProbability, type IsoDate, type Probability } from '../../server/domain/units.ts'
import { listingColumns } from '../../server/linkage/catalogue/build-listings.ts'
import { eachListing } from '../../server/linkage/catalogue/listing-rows.ts'
import { type Evidence, linkShops } from '../../server/linkage/link-shops.ts'
import { weighAll } from '../../server/linkage/weigh-all.ts'
import { tiedShare } from '../../server/rings/score/ties.ts'
import { type LearntWorld, learntWorld, patience } from './learnt-world.ts'
import { market, strangers } from './market.ts'

describe('the laws of a ledger, with learnt weights', () => {
  let world: LearntWorld
  let links: readonly Link[]

  before(async function () {
    this.timeout(patience)
    world = await learntWorld()
    links = world.linkage.links
  })

  it('are about weights that were learnt, and about many links', () => {
    expect(world.linkage.model.name).to.match(/^learnt/)
    expect(links.length).to.be.above(500)
  })

  it('its parts add up to its total, and the total is the log-odds of its probability', () => {
    for (const { ledger } of links) expectSum(ledger)
  })

  it('every bar is its raw bits times slope and damping, and no damping lies outside 0 to 1', () => {
    for (const bar of links.flatMap(({ ledger }) => ledger.bars)) {
      expect(bar.bits).to.be.closeTo(bar.rawBits * bar.beta * bar.damping, 1e-9)
      expect(bar.damping).to.be.within(0, 1)
      if (!bar.generic) expect(bar.rawBits).to.be.closeTo(Math.log2(bar.m / bar.u), 1e-9)
    }
  })

  it('no agreement is counter-evidence, and no difference speaks for one controller', () => {
    for (const { level, bits } of links.flatMap(({ ledger }) => ledger.bars)) {
      if (level === 'differ') expect(bits).to.be.at.most(0)
      else expect(bits).to.be.at.least(0)
    }
  })

  it('a bar whose values are withheld keeps its bits, and nothing else in the ledger tells them', () => {
    const accounts = links.filter(({ ledger }) => ledger.bars.some(isAccount)).slice(0, 100)
    expect(accounts).to.not.have.length(0)
    for (const { ledger } of accounts) {
      const withheld = Ledger.parse({
        ...ledger,
        bars: ledger.bars.map((bar) => (isAccount(bar) ? { ...bar, a: nothing, b: nothing } : bar)),
      })
      expectSum(withheld)
      const text = JSON.stringify(withheld)
      for (const { a, b } of ledger.bars.filter(isAccount)) {
        expect(text).not.to.include(a.literal)
        expect(text).not.to.include(b.literal)
      }
    }
  })

  it('says the same, and learns the same, whatever order the rows came in', () => {
    const { evidence, options, linkage } = world
    const listings = shuffled([...eachListing(evidence.listings ?? expect.fail('no listings'))], 3)
    const other = linkShops(
      {
        nodes: shuffled(evidence.nodes, 1),
        edges: shuffled(evidence.edges, 2),
        decisions: [],
        listings: listingColumns(listings),
      },
      options,
    )
    expect(canonicalJson(other.model)).to.equal(canonicalJson(linkage.model))
    expect(canonicalJson(other.links)).to.equal(canonicalJson(links))
  }).timeout(patience)

  it('gives other names the same bits: what shops and accounts are called says nothing, given the model', () => {
    const { evidence, options, linkage } = world
    const judged = { ...options, model: linkage.model }
    const [before, after] = [evidence, withOtherNames(evidence)].map((own) =>
      figures(linkShops(own, judged).links),
    ) as [Figures, Figures]
    expect(after).to.have.length(before.length)
    for (const [n, own] of after.entries()) {
      for (const figure of [0, 1, 2] as const)
        expect(own[figure]).to.be.closeTo(before[n]?.[figure] ?? Number.NaN, 1e-9)
    }
  }).timeout(patience)

  it('is never less probable for one more rare value in common, given the model', () => {
    const { evidence, options, linkage } = world
    const judged = { ...options, model: linkage.model }
    const pairs = disjointPairs(evidence, 300)
    const more = pairs.reduce(withValueInCommon, evidence)
    const [before, after] = [evidence, more].map((own) => controllers(own, judged, pairs))
    for (const [n, probability] of (after ?? []).entries())
      expect(probability).to.be.at.least((before?.[n] ?? Number.NaN) - 1e-12)
  }).timeout(patience)

  it('does not change when shops that share nothing with either swap what they have, given the model', () => {
    const { evidence, options, linkage } = world
    const others = strangers(60).map((own, n) => ({ ...own, opened: isoDay(20 * n) }))
    const swapped = others.map((own, n) => ({ ...others[59 - n], id: own.id }))
    const judged = { ...options, model: linkage.model }
    const [before, after] = [others, swapped].map((own) => {
      const { nodes, edges } = market(own)
      const all = {
        ...evidence,
        nodes: [...evidence.nodes, ...nodes],
        edges: [...evidence.edges, ...edges],
      }
      return canonicalJson(linkShops(all, judged).links)
    })
    expect(after).to.equal(before)
  }).timeout(patience)

  it('puts what it tells in an order: hardly any two links are as probable as each other', () => {
    for (const kind of ['same_controller', 'came_back_as'] as const)
      expect(tiedShare(links, kind)).to.be.below(0.01)
  })
})

const nothing = { literal: '', records: [] }

function isAccount({ channel }: LedgerBar): boolean {
  return channel === 'account'
}

function expectSum(ledger: Ledger): void {
  const { prior, bars, gap, together, calibration, through, untied, total, probability } = ledger
  const parts = [
    prior,
    ...bars,
    calibration,
    ...(gap ? [gap] : []),
    ...(together ? [together] : []),
    ...(through ? [through] : []),
    ...(untied ? [untied] : []),
  ]
  expect(parts.reduce((sum, { bits }) => sum + bits, 0)).to.be.closeTo(total, 1e-9)
  expect(gap && together).to.equal(undefined)
  expect(through && untied).to.equal(undefined)
  expect(probability).to.equal(bitsToProbability(total))
}

type Figures = readonly (readonly [number, number, number])[]

/** What is left of links when nobody is named: kind, probability and bits, in order. */
function figures(links: readonly Link[]): Figures {
  return links
    .map(
      ({ kind, probability, bits }) =>
        [kind === 'came_back_as' ? 1 : 0, probability, bits] as const,
    )
    .toSorted((x, y) => x[0] - y[0] || x[2] - y[2] || x[1] - y[1])
}

/** Every shop and every account that shows all its digits under another key. */
function withOtherNames(evidence: Evidence): Evidence {
  const keys = new Map(
    shuffled(
      evidence.nodes.filter(
        ({ kind, key }) => kind === 'Shop' || (kind === 'PaymentAccount' && !key.includes('*')),
      ),
      7,
    ).map(({ kind, key }, n) => [key, otherName(kind, key as NodeKey, n)]),
  )
  const other = (key: string) => keys.get(key) ?? key
  return {
    nodes: evidence.nodes.map((node) => ({ ...node, key: other(node.key) })),
    edges: evidence.edges.map((edge) => ({ ...edge, from: other(edge.from), to: other(edge.to) })),
    decisions: [],
    listings: listingColumns(
      Array.from(eachListing(evidence.listings ?? expect.fail('no listings')), (own) => ({
        ...own,
        shop: other(own.shop),
      })),
    ),
  }
}

/** An account keeps what a mask would leave of it: that is compared with masked ones. */
function otherName(kind: NodeKind, key: NodeKey, n: number): NodeKey {
  if (kind === 'Shop') return nodeKey(kind, 'renamed', `x${n}`)
  const [scheme = '', value = ''] = partsOf(key)
  return nodeKey(kind, scheme, `${value.slice(0, 4)}x${n}x${value.slice(-4)}`)
}

type Pair = readonly [string, string]

/** Pairs that have no shop in common: nobody is changed twice. */
function disjointPairs({ nodes }: Evidence, count: number): Pair[] {
  const shops = nodes.filter(({ kind }) => kind === 'Shop').map(({ key }) => key)
  const order = shuffled(shops.toSorted(), 11)
  return Array.from({ length: count }, (_, n) => [order[2 * n] ?? '', order[2 * n + 1] ?? ''])
}

const fresh: readonly (readonly [NodeKind, GraphEdge['type'], (n: number) => string[]])[] = [
  ['Contact', 'REACHED_AT', (n) => ['phone', `+86150${String(97 * n).padStart(8, '5')}`]],
  ['Contact', 'REACHED_AT', (n) => ['email', `only${n}@fresh${n}.example`]],
  ['Contact', 'REACHED_AT', (n) => ['device', `fresh-${n}`]],
  ['PaymentAccount', 'PAID_INTO', (n) => ['wallet', `fresh-${n}`]],
  ['Origin', 'SHIPS_FROM', (n) => [`${n} fresh lane, town ${n}`]],
]

/** One value more that both shops of a pair have and nobody else, in one channel after the other. */
function withValueInCommon(evidence: Evidence, pair: Pair, n: number): Evidence {
  const [kind, type, parts] = fresh[n % fresh.length] ?? expect.fail('no channel')
  const key = nodeKey(kind, ...parts(n))
  const name = parts(n).at(-1) ?? ''
  const node: GraphNode = { key, kind, name, properties: {}, lives: [], records: [] }
  const properties = { literal: name, ...(kind === 'Origin' && { address: name }) }
  const edges = pair.map(
    (from): GraphEdge => ({ from, type, to: key, discriminator: '', properties, records: [] }),
  )
  return {
    ...evidence,
    nodes: [...evidence.nodes, node],
    edges: [...evidence.edges, ...edges],
  }
}

function controllers(
  evidence: Evidence,
  options: Parameters<typeof weighAll>[1],
  pairs: readonly Pair[],
): Probability[] {
  const wanted = pairs.map(([a, b]) => ({ a, b }))
  const { market: weighed, scored } = weighAll(evidence, options, wanted)
  const placeOf = (key: string) => weighed.encoded.placeOf.get(key) ?? -1
  const probabilityOf = new Map(scored.map(({ a, b, probability }) => [`${a} ${b}`, probability]))
  return pairs.map((pair) => {
    const [low, high] = pair.map(placeOf).toSorted((x, y) => x - y)
    return probabilityOf.get(`${low} ${high}`) ?? expect.fail('a pair was not weighed')
  })
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = mulberry32(seed)
  return list
    .map((value) => ({ value, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value)
}

function isoDay(n: number): IsoDate {
  return new Date(Date.UTC(2022, 0, 1 + n)).toISOString().slice(0, 10) as IsoDate
}
