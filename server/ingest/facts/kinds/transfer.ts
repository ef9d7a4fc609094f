import { isRefused } from '../../normalise/normal.ts'
import { sayAccount } from '../account.ts'
import { present, type Row, type Unusable } from '../row.ts'
import { seenOn } from '../seen.ts'

const hashDigits = 16

/** Money that went from one account to another. Each record is one transfer, so parallel ones are told apart by its hash. */
export function sayTransferRow(row: Row): Unusable | undefined {
  const on = row.date('on')
  const seen = seenOn(on)
  const [fromTyped, toTyped] = [row.one('from_account') ?? '', row.one('to_account') ?? '']
  const from = sayAccount(row, { typed: fromTyped, seen })
  if (isRefused(from)) return { field: 'from_account', value: fromTyped, reason: from.reason }
  const to = sayAccount(row, { typed: toTyped, seen })
  if (isRefused(to)) return { field: 'to_account', value: toTyped, reason: to.reason }
  if (from.value === to.value) {
    row.refuse('to_account', toTyped, 'self-reference')
    return undefined
  }
  row.edge({
    from: from.value,
    type: 'TRANSFERS_TO',
    to: to.value,
    discriminator: row.hash.slice(0, hashDigits),
    properties: present({
      amount: row.number('amount'),
      currency: row.one('currency'),
      on,
      evidence: [...row.many('evidence')],
    }),
    seen,
  })
  return undefined
}
