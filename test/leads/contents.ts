import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { EpochMs, Probability } from '../../server/domain/units.ts'
import type { LeadContents } from '../../server/leads/contents.ts'
import type { LeadOptions } from '../../server/leads/options.ts'
import { edgesOf, nodesOf } from './graph.ts'
import { account, factory, hub, origin, registrant, shops, stranger } from './keys.ts'
import { linksOf } from './links.ts'
import { date, hashOf, type Named, recordsOf, sourceOf } from './rows.ts'

/** A ring of three shops: one came back as another, a third is paid into the same account. Names can be replaced to test hostile text. */
export function contentsOf(names: Partial<Named> = {}): LeadContents {
  const named = {
    lotus: '金莲 LuxeBagHub',
    bag: '奢包汇 2026',
    petal: '花瓣包袋 Petal & Co',
    ...names,
  }
  const rows = recordsOf(named)
  const links = linksOf(rows)
  return {
    ring: {
      id: 'ring:weigou.example/12903',
      name: named.lotus,
      rank: 1,
      parts: [{ part: 'returns', value: 1, points: 3 }],
      members: [
        member(shops.lotus, 1, 1, [shops.lotus]),
        member(shops.bag, 0.97, 0.97, [shops.lotus, shops.bag]),
        member(shops.petal, 0.83, 0.8, [shops.lotus, shops.bag, shops.petal]),
      ],
      size: 3,
      live: 1,
      closed: 2,
      weakestStep: Probability.parse(0.83),
      bridges: [
        {
          from: shops.petal,
          to: stranger.key,
          probability: Probability.parse(0.81),
          channels: ['origin'],
          because: `It rests on the origin alone, which ${stranger.name} shares.`,
        },
      ],
      channels: ['account', 'origin'],
    },
    nodes: nodesOf(named, rows),
    edges: edgesOf(rows),
    links,
    attributions: [
      {
        ring: 'ring:weigou.example/12903',
        target: factory,
        kind: 'Factory',
        name: '宏岳皮具厂 Hongyue Leather Works',
        rank: 1,
        parcels: 1,
        testBuys: 0,
        links: 1,
        shops: [shops.bag],
        strangers: 4,
        hub: false,
        path: [
          { from: shops.bag, relation: 'SUPPLIED_BY', to: factory, records: [rows.supplied.hash] },
        ],
        weakest: 0,
        missing: ['no-test-buy'],
      },
    ],
    holders: { [account]: 3, [origin]: 2, [hub]: 212, [factory]: 5, [registrant]: 1 },
    generic: [hub],
    events: [rows.testBuy, rows.genuine, rows.complaint],
    records: Object.values(rows),
    rightRows: { rows: [rows.right], stated: [] },
    sources: ['shops.csv', 'links.csv', 'events.csv'].map(sourceOf),
    run: {
      id: 4,
      at: EpochMs.parse(1_773_446_400_000),
      asOf: date('2026-03-14'),
      model: 'first-1',
      seed: 42,
      threshold: Probability.parse(0.8),
      graph: hashOf('graph'),
      summary: {
        shops: 120,
        closures: 31,
        pairsCompared: 840,
        links: 44,
        cameBack: 12,
        rings: 6,
        largestRing: 8,
        proposedBridges: 2,
        genericValues: 3,
      },
    },
    pictures: [
      { name: 'lanes', svg: '<svg xmlns="http://www.w3.org/2000/svg"><text>金莲</text></svg>' },
    ],
  }
}

export function optionsOf(changes: Partial<LeadOptions> = {}): LeadOptions {
  return {
    id: 'L-2026-000001-v1',
    now: EpochMs.parse(1_773_478_860_000),
    by: 'J. Ferreira, Brand Protection',
    to: 'Meiyuan Market Supervision 梅源市场监督管理局',
    fonts,
    verifier,
    ...changes,
  }
}

export const verifierPath = fileURLToPath(
  new URL('../../server/leads/verifier/verify.mjs', import.meta.url),
)
export const verifier = readFileSync(verifierPath, 'utf8')

const fonts = { regular: fontOf('400Regular'), bold: fontOf('700Bold') }

function fontOf(weight: string): Uint8Array {
  const file = `@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`
  return readFileSync(fileURLToPath(import.meta.resolve(file)))
}

function member(shop: string, weakestStep: number, joint: number, path: string[]) {
  return {
    shop,
    weakestStep: Probability.parse(weakestStep),
    joint: Probability.parse(joint),
    path,
  }
}
