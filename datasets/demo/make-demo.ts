/**
 * Writes the demo dataset beside this file: `node --import tsx datasets/demo/make-demo.ts`. The same bytes every time. Everything in
 * it is invented: no shop, person, company, number, address or brand of it exists (see README.md).
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { dice } from '../../server/jobs/world/dice.ts'
import { toCsv, toDescription, type WorldFile, worldFile } from '../../server/jobs/world/tables.ts'
import { goldenLotus } from './make/golden-lotus.ts'
import { innocents } from './make/innocents.ts'
import { otherRings } from './make/other-rings.ts'
import { rights } from './make/rights.ts'
import { type DemoRows, noRows } from './make/rows.ts'
import { sales } from './make/sales.ts'

const strangers = 150

const about = {
  name: 'demo',
  source:
    'synthetic: made for the demonstration of Revenant; every name, number and address is invented',
  licence: 'CC0-1.0',
  asOf: '2026-03-14',
  timeZone: 'Asia/Shanghai',
  phoneRegion: 'CN',
}

/** Path within `datasets/demo` → text, for every file that the demo consists of. */
export function demoFiles(): ReadonlyMap<string, string> {
  const rows = noRows()
  goldenLotus(rows, dice(4471))
  otherRings(rows)
  innocents(rows, dice(88213), strangers)
  rights(rows)
  sales(rows)
  const files = kinds.map(([kind, columns]) => worldFile(kind, columns.split(' '), rows[kind]))
  const truth = worldFile(
    'truth',
    'platform shop_id controller predecessor trap changed'.split(' '),
    rows.truth,
  )
  return new Map([
    ['data/dataset.json', toDescription(about, files)],
    ...files.map((file): [string, string] => [`data/${file.file}`, toCsv(file)]),
    ['truth/truth.csv', toCsv(truth)],
  ])
}

const kinds: readonly (readonly [Exclude<keyof DemoRows, 'truth'> & WorldFile['kind'], string])[] =
  [
    [
      'shop',
      'platform shop_id name opened_on closed_on closed_because category brand seen_on registrant_name registrant_id registrant_kind phone email ' +
        'messenger device domain account account_scheme account_holder origin_address factory_id factory_name',
    ],
    [
      'link',
      'platform shop_id kind value value_name value_scheme role first_seen last_seen evidence',
    ],
    ['identity', 'identity_id kind name occupation'],
    ['factory', 'factory_id name address region country lat lng products'],
    ['place', 'place_id address lat lng role basis of seen_on evidence'],
    ['listing', 'platform shop_id listing_id title price currency brand image seen_on'],
    [
      'parcel',
      'waybill carrier shop sender_name sender_address sent_on received_on consignor declared_goods evidence',
    ],
    [
      'test_buy',
      'test_buy_id platform shop_id ordered_on paid currency payee_account waybill result verifier verifier_kind verified_on right evidence',
    ],
    [
      'sale',
      'platform shop_id listing_id from to orders units gross refunded suspected_brushing cost currency basis evidence',
    ],
    ['right', 'right_id office number holder mark classes valid_from valid_to'],
    ['authorised', 'right_id party territory from to'],
    ['event', 'subject event on result by decision_no note evidence'],
    ['evidence', 'evidence_id collected_at collected_by method reliability credibility'],
  ]

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [path, text] of demoFiles()) {
    const target = join(import.meta.dirname, path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
}
