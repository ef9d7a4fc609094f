import type { Life, LifeEnded } from '../../../domain/life.ts'
import type { Row } from '../row.ts'
import { heldFrom } from '../seen.ts'
import { sayShop } from '../shop.ts'

/** One stretch in which a shop traded under one owner. */
export function sayLifeRow(row: Row): undefined {
  const from = row.date('from')
  const to = row.date('to')
  const backwards = from !== undefined && to !== undefined && to < from
  if (backwards) row.refuse('to', to, 'to-before-from')
  const end = backwards ? undefined : to
  const began = (row.one('began') ?? 'opened') as Life['began']
  const ended = row.one('ended') as LifeEnded | undefined
  const life = { from, to: end, began, ended, explicit: true }
  sayShop(row, heldFrom(row, from, end), { life })
  return undefined
}
