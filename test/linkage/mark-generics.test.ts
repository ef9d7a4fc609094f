import { expect } from 'chai'

import type { GenericRuling } from '../../server/domain/generic.ts'
import { nodeKey } from '../../server/domain/keys.ts'
import type { LedgerBar } from '../../server/domain/link.ts'
import type { IsoDate } from '../../server/domain/units.ts'
import { type Evidence, linkShops } from '../../server/linkage/link-shops.ts'
import { market, options, shopKey, strangers, type TestShop } from './market.ts'

const agent = nodeKey('PaymentAccount', 'wallet', 'agent')
const openings = [
  '2025-01-05',
  '2025-01-20',
  '2025-02-04',
  '2025-02-19',
  '2025-03-06',
  '2025-03-20',
]

/** Shops that are paid into one account and have nothing else in common. */
function customers(opened: readonly string[]): TestShop[] {
  return opened.map((day, n) => ({
    id: `customer-${n}`,
    opened: day,
    account: ['agent'],
    phone: [`+8613700${String(n).repeat(6).slice(0, 6)}`],
  }))
}

/** Every value is seen from the day on which its shop opened, or from a day that is the same for all. */
function dated(shops: readonly TestShop[], day?: string): Evidence {
  const evidence = market([...shops, ...strangers(60)])
  const opened = new Map(shops.map((shop) => [shopKey(shop.id), shop.opened]))
  const edges = evidence.edges.map((edge) => {
    const firstSeen = day ?? opened.get(edge.from)
    return firstSeen === undefined
      ? edge
      : { ...edge, firstSeen: firstSeen as IsoDate, lastSeen: '2026-01-01' as IsoDate }
  })
  return { ...evidence, edges }
}

function barOf(evidence: Evidence, channel = 'account'): LedgerBar {
  const { links } = linkShops(evidence, options)
  const link = links.find(
    ({ from, to, kind }) =>
      kind === 'same_controller' && from === shopKey('customer-0') && to === shopKey('customer-1'),
  )
  const bar = link?.ledger.bars.find((own) => own.channel === channel)
  if (bar === undefined) throw new Error(`the two share no ${channel}`)
  return bar
}

function ruling(generic: boolean, more: Partial<GenericRuling> = {}): GenericRuling {
  return {
    id: '1',
    value: agent,
    generic,
    by: 'Lin',
    on: '2025-12-01' as IsoDate,
    because: 'site visit',
    ...more,
  }
}

describe('a value that was taken up fast', () => {
  it('counts for nothing, and the bar says since when and why', () => {
    const bar = barOf(dated(customers(openings)))
    expect(bar).to.include({ generic: true, bits: 0 })
    expect(bar.genericness).to.deep.equal({
      since: '2025-03-06',
      reason: 'taken_up_fast',
      holders: 6,
      controllersIn90Days: 5,
    })
    expect(bar.innocent).to.match(/^5 controllers took it up within 90 days/)
  })

  it('counts for nothing either as one that is a digit away from itself', () => {
    const callers = customers(openings).map((shop, n) => ({
      ...shop,
      phone: ['+8613712345678'],
      account: [`own-account-${n}`],
    }))
    expect(barOf(dated(callers), 'phone')).to.include({ generic: true, level: 'same', bits: 0 })
  })

  it('is listed with the run, by the key of its node', () => {
    const { generic } = linkShops(dated(customers(openings)), options)
    expect(generic.map(({ key, reason }) => [key, reason])).to.deep.equal([
      [agent, 'taken_up_fast'],
    ])
  })

  it('counts where no date is known, or where one load stamped all with its own', () => {
    expect(barOf(market([...customers(openings), ...strangers(60)])).generic).to.equal(false)
    expect(barOf(dated(customers(openings), '2025-03-06')).generic).to.equal(false)
  })

  it('counts where three loads stamped all that they brought', () => {
    const days = ['2025-03-02', '2025-03-09', '2025-03-16'] as const
    const evidence = dated(customers(openings))
    const loaded = evidence.edges.map((edge, n) => ({
      ...edge,
      firstSeen: days[n % 3] as IsoDate,
      lastSeen: '2026-01-01' as IsoDate,
    }))
    const byCustomer = loaded.map((edge) => {
      const n = openings.findIndex((_, own) => edge.from === shopKey(`customer-${own}`))
      return n < 0 ? edge : { ...edge, firstSeen: days[n % 3] as IsoDate }
    })
    expect(barOf({ ...evidence, edges: byCustomer }).generic).to.equal(false)
  })

  it('counts where the shops are older than what is known of their accounts', () => {
    const old = customers(openings.map((_, n) => `201${n}-01-01`))
    const evidence = dated(old)
    const edges = evidence.edges.map((edge) => {
      const n = old.findIndex(({ id }) => shopKey(id) === edge.from)
      return n < 0 ? edge : { ...edge, firstSeen: openings[n] as IsoDate }
    })
    expect(barOf({ ...evidence, edges }).generic).to.equal(false)
  })

  it('counts where one controller runs the shops', () => {
    const ring = customers(openings).map((shop) => ({
      ...shop,
      phone: ['+8613712345678'],
      number: '440106198001011234',
      person: 'Wu Song',
    }))
    expect(barOf(dated(ring)).generic).to.equal(false)
  })
})

describe('a person’s ruling', () => {
  it('makes a value count for nothing, and is told with its author and reason', () => {
    const evidence = market([...customers(openings.slice(0, 2)), ...strangers(60)])
    expect(barOf(evidence).bits).to.be.greaterThan(0)
    const bar = barOf({ ...evidence, rulings: [ruling(true)] })
    expect(bar).to.include({ generic: true, bits: 0 })
    expect(bar.genericness).to.include({ since: '2025-12-01', reason: 'ruled', by: 'Lin' })
  })

  it('lets a value count again, however many took it up', () => {
    const evidence = dated(customers(openings))
    const bar = barOf({ ...evidence, rulings: [ruling(false)] })
    expect(bar.generic).to.equal(false)
    expect(bar.bits).to.be.greaterThan(0)
  })

  it('does nothing when it was taken back, or when people disagree', () => {
    const evidence = market([...customers(openings.slice(0, 2)), ...strangers(60)])
    const back = ruling(true, { retractedAt: 1 as GenericRuling['retractedAt'] })
    expect(barOf({ ...evidence, rulings: [back] }).generic).to.equal(false)
    const other = ruling(false, { id: '2', by: 'An' })
    expect(barOf({ ...evidence, rulings: [ruling(true), other] }).generic).to.equal(false)
    const changed = ruling(true, { id: '3', by: 'An' })
    expect(barOf({ ...evidence, rulings: [ruling(true), other, changed] }).generic).to.equal(true)
  })
})
