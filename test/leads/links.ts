import { type Channel, families, type LedgerBar, type Link } from '../../server/domain/link.ts'
import type { SourceRecord } from '../../server/domain/record.ts'
import { Bits, bitsToProbability, Days, Probability } from '../../server/domain/units.ts'
import { shops, stranger } from './keys.ts'
import { date, type Rows } from './rows.ts'

export function linksOf(rows: Rows): Link[] {
  const same = (
    literal: string,
    a: SourceRecord,
    b: SourceRecord,
    bits: number,
    channel: Channel,
  ) => bar(channel, bits, [literal, a], [literal, b])
  return [
    link(shops.lotus, shops.bag, 'came_back_as', 0.97, [
      same('6217000012344471', rows.lotusAccount, rows.bagAccount, 9.1, 'account'),
      bar('name', -0.6, ['金莲 LuxeBagHub', rows.lotus], ['奢包汇 2026', rows.bag]),
    ]),
    link(shops.bag, shops.petal, 'same_controller', 0.83, [
      same('青石村 12 号', rows.bagOrigin, rows.petalOrigin, 4.2, 'origin'),
      same('6217000012344471', rows.bagAccount, rows.petalAccount, 6.4, 'account'),
    ]),
    link(shops.petal, stranger.key, 'same_controller', 0.55, [
      same('菜鸟驿站 3', rows.petalHub, rows.strangerHub, 1.2, 'origin'),
    ]),
  ]
}

function bar(
  channel: Channel,
  bits: number,
  [a, from]: [string, SourceRecord],
  [b, to]: [string, SourceRecord],
): LedgerBar {
  return {
    channel,
    family: families[channel],
    level: a === b ? 'same' : 'differ',
    a: { literal: a, records: [from.hash] },
    b: { literal: b, records: [to.hash] },
    m: 0.4,
    u: 0.001,
    holders: 3,
    generic: false,
    rawBits: Bits.parse(bits),
    beta: 1,
    damping: 1,
    bits: Bits.parse(bits),
    ...(a === b && { innocent: 'Both may use one payment agent or one rented place.' }),
  }
}

function link(
  from: string,
  to: string,
  kind: Link['kind'],
  probability: number,
  bars: LedgerBar[],
): Link {
  const total = bars.reduce((sum, { bits }) => sum + bits, -6)
  const returns = kind === 'came_back_as'
  return {
    from,
    to,
    kind,
    probability: Probability.parse(probability),
    bits: Bits.parse(total),
    ...(returns && { gapDays: Days.parse(9) }),
    channels: bars.filter(({ bits }) => 0 < bits).map(({ channel }) => channel),
    ledger: {
      prior: { bits: Bits.parse(-6), oneIn: 64 },
      bars,
      ...(returns && {
        gap: {
          closed: date('2025-11-14'),
          opened: date('2025-11-23'),
          days: Days.parse(9),
          bits: Bits.parse(3.8),
        },
        succession: {
          rivals: [
            { shop: to, name: 'itself', probability: Probability.parse(probability) },
            { shop: stranger.key, name: stranger.name, probability: Probability.parse(0.02) },
          ],
          notReturned: Probability.parse(0.01),
          tooEarly: false,
        },
      }),
      calibration: { bits: Bits.parse(0), model: 'first-1', labels: 0 },
      total: Bits.parse(total),
      probability: bitsToProbability(total),
      unknown: ['device', 'network'],
      standsOn: returns ? ['account'] : ['account', 'origin'],
      decisions: [],
    },
  }
}
