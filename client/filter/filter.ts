/** What a thing or a link can be left out by, beside its date. */
export const facetIds = ['kind', 'status', 'platform', 'country', 'strength'] as const
export type FacetId = (typeof facetIds)[number]

/**
 * What is left out for now. It says what is off and not what is on, so that whatever comes later shows until somebody
 * turns it off.
 */
export interface Filter {
  /** As `facet:value`. */
  readonly off: readonly string[]
  /** ISO dates: what ended before the first or began after the second is left out. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

export const emptyFilter: Filter = { off: [] }

export function offCode(facet: FacetId, value: string): string {
  return `${facet}:${value}`
}

/** The filter with values of one facet on or off. */
export function turned(
  filter: Filter,
  facet: FacetId,
  values: readonly string[],
  on: boolean,
): Filter {
  const codes = values.map((value) => offCode(facet, value))
  const others = filter.off.filter((code) => !codes.includes(code))
  return { ...filter, off: on ? others : [...others, ...codes] }
}

/** How many facets leave anything out; the two dates are one. */
export function filtersOn({ off, from, to }: Filter): number {
  const facets = new Set(off.map((code) => code.slice(0, code.indexOf(':'))))
  return facets.size + (from === undefined && to === undefined ? 0 : 1)
}

/** The filter that an address carries; undefined where it carries none, or none that can be read. */
export function filterIn(query: URLSearchParams): Filter | undefined {
  const off = [...new Set(query.getAll('off').filter(isCode))]
  const dates = { from: dateIn(query.get('since')), to: dateIn(query.get('until')) }
  const known = Object.fromEntries(
    Object.entries(dates).filter(([, date]) => date !== undefined),
  ) as Pick<Filter, 'from' | 'to'>
  const filter: Filter = { off, ...known }
  return filtersOn(filter) === 0 ? undefined : filter
}

export function writeFilter(query: URLSearchParams, filter: Filter | undefined): void {
  if (filter === undefined) return
  for (const code of filter.off) query.append('off', code)
  if (filter.from !== undefined) query.set('since', filter.from)
  if (filter.to !== undefined) query.set('until', filter.to)
}

function isCode(code: string): boolean {
  return facetIds.some((facet) => code.startsWith(`${facet}:`) && facet.length + 1 < code.length)
}

function dateIn(value: string | null): string | undefined {
  return value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined
}
