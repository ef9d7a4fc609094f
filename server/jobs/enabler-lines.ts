import { stringify } from 'csv-stringify/sync'

import type { Enabler } from '../domain/enabler.ts'

const columns = [
  'kind',
  'key',
  'name',
  'shops',
  'counterfeit',
  'expected',
  'lift',
  'low',
  'high',
] as const satisfies readonly (keyof Enabler)[]

/** A table of enablers as lines of CSV; numbers that are no counts have three digits. */
export function enablerTable(enablers: readonly Enabler[]): string {
  const rows = enablers.map((enabler) => columns.map((column) => cell(enabler[column])))
  // Spreadsheets run what begins like a formula; a quote in front keeps a value that a stranger chose from running.
  return stringify([[...columns], ...rows], { escape_formulas: true })
}

function cell(value: string | number): string {
  if (typeof value === 'string') return value
  return Number.isInteger(value) ? String(value) : value.toFixed(3)
}
