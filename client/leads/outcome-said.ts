import type { z } from 'zod'

import type { OutcomeKind } from '../../server/contract/lead-files.ts'
import type { leadRoutes } from '../../server/contract/lead-routes.ts'

/** An outcome as it is being written: numbers are texts until they are sent. */
export interface WrittenOutcome {
  readonly kind: OutcomeKind
  readonly on: string
  readonly count: string
  readonly amount: string
  readonly currency: string
  readonly basis: string
  readonly source: string
  readonly by: string
}

type Said = z.input<(typeof leadRoutes)['putOutcome']['body']>

/** The outcome as the server takes it; undefined while anything is missing or no number. */
export function outcomeSaid(written: WrittenOutcome): Said | undefined {
  const { kind, on, source, by } = written
  const [count, value] = [countOf(written.count), worthOf(written)]
  if (on === '' || source.trim() === '' || by.trim() === '') return undefined
  if (count === 'missing' || value === 'missing') return undefined
  return {
    kind,
    on,
    source: source.trim(),
    by: by.trim(),
    ...(count !== undefined && { count }),
    ...(value !== undefined && { value }),
  }
}

function countOf(text: string): number | undefined | 'missing' {
  if (text.trim() === '') return undefined
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : 'missing'
}

/** A value is told with its currency and what it goes by, or not at all. */
function worthOf({ amount, currency, basis }: WrittenOutcome): Said['value'] | 'missing' {
  if (amount.trim() === '') return undefined
  const number = Number(amount)
  const whole = 0 <= number && Number.isFinite(number) && /^[A-Z]{3}$/.test(currency)
  return whole && basis.trim() !== ''
    ? { amount: number, currency, basis: basis.trim() }
    : 'missing'
}
