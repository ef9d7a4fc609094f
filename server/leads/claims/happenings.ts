import { compareText } from '../../domain/canonical.ts'
import { nodeKey, toKey } from '../../domain/keys.ts'
import type { SourceRecord } from '../../domain/record.ts'
import type { ClaimDraft, CounterDraft } from '../claim.ts'
import type { ClaimContext } from './context.ts'

/** Test buys, one each, and what else was recorded about each of the ring's shops, as far as it does not speak for them. */
export function happeningClaims(context: ClaimContext): ClaimDraft[] {
  const { shops, words, nameOf } = context
  const found = happeningsOf(context).filter(({ exonerating }) => !exonerating)
  const buys = found.filter(({ kind }) => kind === 'test_buy')
  const events = shops
    .map((shop) => found.filter((one) => one.kind === 'event' && one.shop === shop))
    .filter(({ length }) => 0 < length)
  return [...buys.map((buy) => [buy]), ...events].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { shop, kind } = first
    const texts = group.map(({ text }) => text)
    return {
      about: group.map(({ record }) => record.hash).join(' '),
      kind,
      text: kind === 'test_buy' ? texts.join(' ') : words.onRecord(nameOf(shop), texts),
      basis: 'observed' as const,
      shops: [shop],
      records: group.map(({ record }) => record.hash),
    }
  })
}

/** Test buys that were found genuine, complaints that were rejected, closures that were reversed: they speak against every claim about the shop. */
export function happeningCounters(context: ClaimContext): CounterDraft[] {
  const { words, nameOf } = context
  return happeningsOf(context)
    .filter(({ exonerating }) => exonerating)
    .map(({ record, shop, kind, text }) => ({
      about: shop,
      text: kind === 'test_buy' ? text : words.onRecord(nameOf(shop), [text]),
      records: [record.hash],
    }))
}

interface Happening {
  readonly record: SourceRecord
  readonly shop: string
  readonly kind: 'test_buy' | 'event'
  readonly on: string
  readonly text: string
  readonly exonerating: boolean
}

/** In the order of their days. */
function happeningsOf(context: ClaimContext): Happening[] {
  return context.core.events
    .flatMap((record) => {
      if (record.kind === 'test_buy') return testBuy(record, context)
      return record.kind === 'event' ? event(record, context) : []
    })
    .toSorted((a, b) => compareText(a.on, b.on) || compareText(a.record.hash, b.record.hash))
}

function testBuy(record: SourceRecord, context: ClaimContext): Happening[] {
  const { words, nameOf } = context
  const field = fieldsOf(record)
  const shop = memberOf(nodeKey('Shop', field('platform'), field('shop_id')), context)
  if (shop === undefined) return []
  const on = field('ordered_on')
  const found = field('result') || 'pending'
  const result = words.result[found] ?? found
  const text = words.testBuy(nameOf(shop), on, result, field('verifier'))
  return [{ record, shop, kind: 'test_buy', on, text, exonerating: found === 'genuine' }]
}

function event(record: SourceRecord, context: ClaimContext): Happening[] {
  const { words } = context
  const field = fieldsOf(record)
  const shop = memberOf(field('subject'), context)
  const name = field('event')
  // A closure is a claim of its own, made from the life that it ends.
  if (shop === undefined || name === 'closure') return []
  const on = field('on')
  const found = field('result')
  const by = field('authority') || field('by')
  const text = words.happened(words.event[name] ?? name, on, by, words.result[found] ?? found)
  return [{ record, shop, kind: 'event', on, text, exonerating: exonerates(name, found) }]
}

function exonerates(name: string, found: string): boolean {
  if (found === 'genuine' || name === 'reinstated') return true
  return name === 'appeal' ? found === 'upheld' : found === 'rejected'
}

function fieldsOf({ fields }: SourceRecord): (field: string) => string {
  return (field) => [fields[field] ?? ''].flat().join(', ')
}

function memberOf(reference: string, { shops }: ClaimContext): string | undefined {
  const key = toKey(reference)?.toLowerCase()
  return shops.find((shop) => shop.toLowerCase() === key)
}
