import { stringify } from 'csv-stringify/sync'

import { mulberry32 } from '../../server/domain/random.ts'
import { usccChecks } from '../../server/domain/uscc.ts'
import { writeDataset } from '../jobs/small-dataset.ts'
import { type Canaries, canariesOf, station } from './canaries.ts'
import { hostileTexts } from './hostile-texts.ts'
import { scattered } from './scattered.ts'

export interface MarketOptions {
  readonly seed: number
  /** Shops of each ring. */
  readonly sizes: readonly number[]
  /** Names and texts that break what does not escape them. */
  readonly hostile: boolean
  /** Values of people outside the rings, each found nowhere else. */
  readonly canaries: number
}

interface Made {
  readonly path: string
  readonly canaries: Canaries
  /** Telephones, mail addresses and accounts of the rings themselves. */
  readonly own: readonly string[]
}

/** A market of rings among strangers, as a dataset in a new folder; the same options give the same files. */
export function madeMarket(parent: string, options: MarketOptions): Made {
  const { seed, sizes, hostile } = options
  const random = mulberry32(seed)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  const said = (text: string) => (hostile && random() < 0.7 ? `${pick(hostileTexts)}${text}` : text)
  const rings = sizes.flatMap((size, ring) =>
    Array.from({ length: size }, (_, index) => shopOf({ seed, ring, index, size }, said)),
  )
  const canaries = canariesOf(options.canaries, rings)
  const files = {
    'shop.csv': table([...rings, ...canaries.shops]),
    'listing.csv': table(rings.map((shop) => listingOf(shop, said))),
    'test_buy.csv': table(rings.filter((_, at) => at % 4 === 0).map((shop) => buyOf(shop, said))),
    'event.csv': table(rings.filter((_, at) => at % 3 === 0).map((shop) => eventOf(shop, said))),
    'factory.csv': table(sizes.map((_, ring) => factoryOf(seed, ring, said))),
    'parcel.csv': table([...rings.map((shop) => parcelOf(shop, said)), ...canaries.parcels]),
    ...Object.fromEntries(
      Object.entries(canaries.files)
        .filter(([, rows]) => 0 < rows.length)
        .map(([file, rows]) => [file, table(rows)] as const),
    ),
  }
  const name = `made ${seed}`
  return {
    path: writeDataset(parent, `made-${seed}`, { name, asOf: '2026-03-14', files }),
    canaries,
    own: [...new Set(rings.flatMap(({ phone, email, account }) => [phone, email, account]))].filter(
      (value) => value !== undefined,
    ),
  }
}

export type Fields = Readonly<Record<string, string>>
type Say = (text: string) => string

interface Place {
  readonly seed: number
  readonly ring: number
  readonly index: number
  readonly size: number
}

/** Values of neighboring shops overlap, so that a ring holds together and no value is held by a crowd. */
function shopOf({ seed, ring, index, size }: Place, said: Say): Fields {
  const day = (at: number) => new Date(Date.UTC(2024, 0, 5) + at * 86_400_000)
  const opened = Math.floor((index * 700) / size)
  const stays = index === size - 1
  const iso = (at: number) => day(at).toISOString().slice(0, 10)
  const group = (width: number, from = 0) =>
    String(ring * 1_000 + Math.floor((index + from) / width)).padStart(6, '0')
  return {
    platform: ['weigou', 'jushi', 'pinlane'][index % 3] ?? '',
    shop_id: `${seed}-${ring}-${String(index).padStart(3, '0')}`,
    name: said(
      `金${scattered(`name ${seed} ${ring}`)} ${scattered(`name ${seed} ${ring} ${index}`)}`,
    ),
    opened_on: iso(opened),
    closed_on: stays ? '' : iso(opened + Math.max(3, Math.floor(600 / size))),
    closed_because: stays ? '' : 'counterfeit',
    category: 'handbags',
    brand: 'Halvéa',
    registrant_name: said(`商行 ${scattered(`company ${seed} ${group(9, 3)}`)}`),
    registrant_id: usccOf((seed % 100) * 1_000_000 + Number(group(9, 3))),
    registrant_kind: 'company',
    phone: `138${scattered(`phone ${seed} ${group(5, 1)}`)}`,
    email: `x${scattered(`mail ${seed} ${group(4)}`)}@mail.example`,
    account: `62170${String(seed).padStart(5, '0')}${group(7)}`,
    account_scheme: 'bank',
    account_holder: said('Chen J.'),
    origin_address: index === 1 ? station : said(`青石村 ${group(6)} 号`),
    origin_lat: (23 + ring / 10).toFixed(3),
    origin_lng: (113 + index / 50).toFixed(3),
    origin_crs: ['GCJ-02', 'BD-09', 'WGS-84', ''][index % 4] ?? '',
    factory_id: `F${ring}`,
  }
}

function listingOf({ platform, shop_id: id }: Fields, said: Say): Fields {
  return {
    ...{ platform: platform ?? '', shop_id: id ?? '', listing_id: `${id}-1` },
    ...{
      title: said(`${scattered(`title ${id}`)} ${scattered(`more ${id}`)}`),
      price: '438.00',
      currency: 'CNY',
      brand: said('Halvéa'),
    },
    ...{ image: `picture${id}`, seen_on: '2025-01-05' },
  }
}

function buyOf({ platform, shop_id: id }: Fields, said: Say): Fields {
  return {
    ...{ test_buy_id: `T${id}`, platform: platform ?? '', shop_id: id ?? '' },
    ...{ ordered_on: '2025-02-03', paid: '468.00', currency: 'CNY', result: 'counterfeit' },
    verifier: said('Halvéa brand protection'),
  }
}

function eventOf({ platform, shop_id: id }: Fields, said: Say): Fields {
  return {
    ...{ subject: `shop:${platform}/${id}`, event: 'complaint', on: '2025-03-01' },
    ...{ by: said('Halvéa'), note: said('reported by a buyer') },
  }
}

function factoryOf(seed: number, ring: number, said: Say): Fields {
  return {
    ...{ factory_id: `F${ring}`, name: said(`宏岳皮具厂 ${seed}-${ring}`) },
    ...{ address: said(`云岭县工业路 ${ring} 号`), country: 'CN', lat: '23.86', lng: '113.52' },
    ...{ crs: 'GCJ-02', products: 'handbags' },
  }
}

function parcelOf({ platform, shop_id: id, origin_address: from }: Fields, said: Say): Fields {
  return {
    ...{ waybill: `KL${id}`, carrier: said('Kuailu'), shop: `${platform}/${id}` },
    ...{ sender_name: said('宏岳皮具厂'), sender_address: from ?? '', sent_on: '2025-02-05' },
    ...{ received_on: '2025-02-07', consignee: '', declared_goods: said('bags') },
  }
}

/** A code whose check character is right. */
export function usccOf(number: number): string {
  const body = `91350100M${String(number).padStart(8, '0')}`
  const last = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].find((one) => usccChecks(body + one))
  return `${body}${last}`
}

function table(rows: readonly Fields[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return stringify([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))])
}
