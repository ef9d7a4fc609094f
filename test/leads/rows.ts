import { createHash } from 'node:crypto'

import type { RecordKind, Source, SourceRecord } from '../../server/domain/record.ts'
import { EpochMs, IsoDate, Sha256 } from '../../server/domain/units.ts'
import { bystander, shops, stranger } from './keys.ts'

/** What the three shops, and the ring's names for them, are called. */
export interface Named {
  readonly lotus: string
  readonly bag: string
  readonly petal: string
}

export type Rows = ReturnType<typeof recordsOf>

/** Every row of the made-up sources, by what it says. */
export function recordsOf(named: Named) {
  const shop = (id: string, name: string, closed: string) => {
    const [platform, shopId] = id.slice('shop:'.length).split('/')
    return { platform: platform ?? '', shop_id: shopId ?? '', name, closed_on: closed }
  }
  return {
    lotus: record('shops.csv', 1, 'shop', shop(shops.lotus, named.lotus, '2025-11-14')),
    bag: record('shops.csv', 2, 'shop', shop(shops.bag, named.bag, '')),
    petal: record('shops.csv', 3, 'shop', shop(shops.petal, named.petal, '2026-03-14')),
    stranger: record('shops.csv', 9, 'shop', shop(stranger.key, stranger.name, '')),
    bystander: record('shops.csv', 10, 'identity', { identity_id: '1', name: bystander.name }),
    lotusAccount: record('links.csv', 1, 'link', {
      platform: 'weigou.example',
      shop_id: '12903',
      kind: 'account',
      value: '6217 0000 1234 4471',
    }),
    bagAccount: record('links.csv', 2, 'link', {
      platform: 'jushi.example',
      shop_id: '88213',
      kind: 'account',
      value: '6217000012344471',
    }),
    petalAccount: record('links.csv', 3, 'link', {
      platform: 'weigou.example',
      shop_id: '33120',
      kind: 'account',
      value: '6217000012344471',
    }),
    bagOrigin: record('links.csv', 4, 'link', {
      platform: 'jushi.example',
      shop_id: '88213',
      kind: 'origin',
      value: '青石村 12 号',
    }),
    petalOrigin: record('links.csv', 5, 'link', {
      platform: 'weigou.example',
      shop_id: '33120',
      kind: 'origin',
      value: '青石村 12 号',
    }),
    strangerHub: record('links.csv', 6, 'link', {
      platform: 'jushi.example',
      shop_id: '777',
      kind: 'origin',
      value: '菜鸟驿站 3',
    }),
    petalHub: record('links.csv', 7, 'link', {
      platform: 'weigou.example',
      shop_id: '33120',
      kind: 'origin',
      value: '菜鸟驿站 3',
    }),
    registered: record('links.csv', 8, 'link', {
      platform: 'jushi.example',
      shop_id: '88213',
      kind: 'registrant',
      value: '91350100M000100Y43',
      value_name: '锦筑商行',
    }),
    promotedBy: record('links.csv', 9, 'link', {
      platform: 'jushi.example',
      shop_id: '777',
      kind: 'promotes',
      value: 'weigou.example/33120',
      value_name: `seen at ${stranger.name}`,
    }),
    promotes: record('links.csv', 10, 'link', {
      platform: 'weigou.example',
      shop_id: '33120',
      kind: 'promotes',
      value: 'jushi.example/777',
      value_name: stranger.name,
    }),
    supplied: record('events.csv', 1, 'parcel', {
      waybill: 'SF1',
      shop: 'jushi.example/88213',
      sender_name: '宏岳',
      consignee: '买家李四',
    }),
    testBuy: record('events.csv', 2, 'test_buy', {
      test_buy_id: 'T1',
      platform: 'weigou.example',
      shop_id: '12903',
      ordered_on: '2025-09-18',
      result: 'counterfeit',
      verifier: 'Halvéa',
      right: 'halvea-word',
    }),
    genuine: record('events.csv', 3, 'test_buy', {
      test_buy_id: 'T2',
      platform: 'weigou.example',
      shop_id: '33120',
      ordered_on: '2026-01-02',
      result: 'genuine',
      verifier: 'Halvéa',
    }),
    right: record('events.csv', 5, 'right', {
      right_id: 'halvea-word',
      office: 'Meiyuan Trade Mark Office',
      number: 'M-0042417',
      holder: 'Halvéa SA',
      mark: 'Halvéa',
    }),
    complaint: record('events.csv', 4, 'event', {
      subject: 'shop:weigou.example/12903',
      event: 'complaint',
      on: '2025-10-01',
      by: 'Halvéa',
    }),
  }
}

function record(
  file: string,
  row: number,
  kind: RecordKind,
  fields: Record<string, string>,
): SourceRecord {
  return {
    hash: hashOf(JSON.stringify([file, kind, fields])),
    source: `demo/${file}`,
    dataset: 'demo',
    file,
    row,
    kind,
    fields,
    refused: [],
  }
}

export function sourceOf(file: string): Source {
  return {
    id: `demo/${file}`,
    dataset: 'demo',
    file,
    kind: 'shop',
    sha256: hashOf(file),
    fingerprint: hashOf(`${file} mapped`),
    origin: 'A made-up platform',
    licence: 'CC0-1.0',
    asOf: date('2026-03-14'),
    loadedAt: EpochMs.parse(1_773_440_000_000),
    report: {
      file,
      rows: 12,
      accepted: 11,
      quarantined: 1,
      refusedFields: 2,
      quarantinedBy: { 'field-missing': 1 },
      refusedBy: { 'date-invalid': 2 },
    },
  }
}

export function hashOf(text: string): Sha256 {
  return Sha256.parse(createHash('sha256').update(text).digest('hex'))
}

export function date(text: string): IsoDate {
  return IsoDate.parse(text)
}
