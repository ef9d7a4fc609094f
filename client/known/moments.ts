/** Something after which we knew more, in milliseconds since 1970: what was loaded, worked out or sealed. */
export type Moment =
  | {
      readonly kind: 'loaded'
      readonly at: number
      readonly dataset: string
      readonly files: number
    }
  | { readonly kind: 'ran'; readonly at: number; readonly run: number; readonly asOf: string }
  | { readonly kind: 'sealed'; readonly at: number; readonly lead: string }

interface Happened {
  readonly sources: readonly { readonly dataset: string; readonly loadedAt: number }[]
  readonly runs: readonly { readonly id: number; readonly at: number; readonly asOf: string }[]
  readonly leads: readonly { readonly id: string; readonly sealedAt: number }[]
}

/** Files of one dataset that were loaded one after another within this time are one load. */
const oneLoadMs = 3_600_000

/** Moments worth standing at, latest first: loads, runs and sealed leads. Each is of when it was over, so that what it brought counts. */
export function momentsOf({ sources, runs, leads }: Happened): readonly Moment[] {
  const all: Moment[] = [
    ...sources.map(({ dataset, loadedAt: at }) => ({
      ...{ kind: 'loaded' as const, at, dataset },
      files: 1,
    })),
    ...runs.map(({ id, at, asOf }) => ({ kind: 'ran' as const, at, run: id, asOf })),
    ...leads.map(({ id, sealedAt: at }) => ({ kind: 'sealed' as const, at, lead: id })),
  ]
  const moments: Moment[] = []
  for (const moment of all.sort((a, b) => b.at - a.at)) {
    const later = moments.at(-1)
    if (later !== undefined && isSameLoad(later, moment))
      moments.splice(-1, 1, { ...later, files: later.files + 1 })
    else moments.push(moment)
  }
  return moments
}

function isSameLoad(later: Moment, moment: Moment): later is Moment & { kind: 'loaded' } {
  if (later.kind !== 'loaded' || moment.kind !== 'loaded') return false
  return later.dataset === moment.dataset && later.at - moment.at < oneLoadMs
}
