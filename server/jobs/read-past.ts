import { EpochMs, IsoDate } from '../domain/units.ts'
import { type PastGraph, pastGraph, type When } from '../store/past-graph.ts'
import type { PastReads } from '../store/past-reads.ts'
import type { GraphReads, RecordReads } from '../store/port.ts'

/** Of when somebody asks, as it is written. */
export interface AskedWhen {
  readonly asOf?: string | undefined
  readonly knownAt?: string | undefined
}

const lastMoment = 'T23:59:59.999Z'

/** The graph of the time that is asked for: as it is where none is. A day of `knownAt` counts to its end, in UTC. */
export function graphAt(store: GraphReads & RecordReads & PastReads, asked: AskedWhen): PastGraph {
  return isPast(asked) ? pastGraph(store, whenOf(asked)) : store
}

/** Whether another time than the present is asked for. */
export function isPast({ asOf, knownAt }: AskedWhen): boolean {
  return asOf !== undefined || knownAt !== undefined
}

export function whenOf({ asOf, knownAt }: AskedWhen): When {
  const moment = knownAt !== undefined && !knownAt.includes('T') ? knownAt + lastMoment : knownAt
  return {
    ...(asOf !== undefined && { asOf: IsoDate.parse(asOf) }),
    ...(moment !== undefined && { knownAt: EpochMs.parse(Date.parse(moment)) }),
  }
}
