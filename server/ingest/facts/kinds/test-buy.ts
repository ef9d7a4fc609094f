import { sayMoney } from '../account.ts'
import { sayIfKey } from '../reference.ts'
import type { Row } from '../row.ts'
import { seenOn } from '../seen.ts'
import { sayShop } from '../shop.ts'

/** A test purchase: it shows that the shop traded that day, and whom it had paid. */
export function sayTestBuyRow(row: Row): undefined {
  const seen = seenOn(row.date('ordered_on'))
  const shop = sayShop(row, seen)
  const typed = row.one('payee_account')
  if (typed !== undefined) {
    const reason = sayMoney(row, shop, 'PAID_INTO', { typed, seen, role: 'collects' })
    if (reason !== undefined) row.refuse('payee_account', typed, reason)
  }
  sayIfKey(row, row.one('verifier'))
  return undefined
}
