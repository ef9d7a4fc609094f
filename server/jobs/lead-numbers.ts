import type { EpochMs } from '../domain/units.ts'
import type { Work } from '../store/port.ts'

/** The next number of a lead, `L-2026-000001`, counted within the year in UTC over drafts and packages. */
export async function nextNumber(store: Work, now: EpochMs): Promise<string> {
  const prefix = `L-${new Date(now).getUTCFullYear()}-`
  const ids = [...(await store.leads()), ...(await store.papers('lead'))].map(({ id }) => id)
  const taken = ids
    .filter((id) => id.startsWith(prefix))
    .map((id) => Number(id.slice(prefix.length, prefix.length + digits)))
  const next = taken.reduce((highest, number) => Math.max(highest, number), 0) + 1
  return `${prefix}${String(next).padStart(digits, '0')}`
}

/** So many numbers in a row, from the first on. */
export function numbersFrom(first: string, count: number): string[] {
  const prefix = first.slice(0, -digits)
  return Array.from({ length: count }, (_, more) => {
    const number = Number(first.slice(-digits)) + more
    return `${prefix}${String(number).padStart(digits, '0')}`
  })
}

/** The number and version of the version after this one. */
export function nextVersion(id: string): string {
  const [, number = id, version = '0'] = /^(.*)-v(\d+)$/.exec(id) ?? []
  return `${number}-v${Number(version) + 1}`
}

const digits = 6
