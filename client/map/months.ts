import type { Flow } from '../../server/contract/flows.ts'

/** Parcels of one month, those of the leading factory apart. */
export interface MonthBar {
  /** `2025-06`. */
  readonly month: string
  readonly lead: number
  readonly others: number
}

/** Parcels by month from the first to the last, months without any in between. */
export function monthBars(flows: readonly Flow[], lead: string | undefined): readonly MonthBar[] {
  const counts = new Map<string, { lead: number; others: number }>()
  for (const { from, days } of flows) {
    for (const { on, parcels } of days) {
      const month = on.slice(0, 7)
      const before = counts.get(month) ?? { lead: 0, others: 0 }
      const side = from !== undefined && from === lead ? 'lead' : 'others'
      counts.set(month, { ...before, [side]: before[side] + parcels })
    }
  }
  const months = [...counts.keys()].toSorted()
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return []
  const from = numberOf(first)
  return Array.from({ length: numberOf(last) - from + 1 }, (_, index) => {
    const month = textOf(from + index)
    return { month, lead: 0, others: 0, ...counts.get(month) }
  })
}

function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

function textOf(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
}
