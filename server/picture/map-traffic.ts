import { compareText } from '../domain/canonical.ts'
import type { Flow } from '../domain/flow.ts'

/** The days that are shown: from the first on, which is open where absent, until the as-of date. */
export interface Period {
  readonly from: string | undefined
  readonly until: string
}

/** What went one hop in a period. */
export interface Traffic {
  readonly from: string
  readonly to: string
  readonly parcels: number
  readonly bothEnds: number
  /** Records of relations: the width where no parcel went. */
  readonly stated: number
}

export interface PeriodTraffic {
  readonly hops: readonly Traffic[]
  /** Parcels seen at each end, by key. */
  readonly parcelsAt: ReadonlyMap<string, number>
  /** Parcels of the ring's shops by the factory that sent them. */
  readonly ofRing: ReadonlyMap<string, number>
  /** Parcels of the ring's shops, whoever sent them. */
  readonly ringParcels: number
  /** All parcels of the period. */
  readonly parcels: number
  /** Of them, those whose sender no record names. */
  readonly withoutSender: number
}

/** The flows as they were in a period. Parcels without a date count where the period has no beginning. */
export function trafficOf(flows: readonly Flow[], period: Period): PeriodTraffic {
  const parcelsAt = new Map<string, number>()
  const ofRing = new Map<string, number>()
  const hops: Traffic[] = []
  let [ringParcels, parcels, withoutSender] = [0, 0, 0]
  for (const flow of flows) {
    const counted = countIn(flow, period)
    const { from, to } = flow
    parcels += counted.parcels
    ringParcels += counted.ofRing
    add(parcelsAt, to, counted.parcels)
    if (from === undefined) {
      withoutSender += counted.parcels
      continue
    }
    add(parcelsAt, from, counted.parcels)
    add(ofRing, from, counted.ofRing)
    if (0 < counted.parcels || 0 < counted.stated) hops.push({ from, to, ...counted })
  }
  return {
    hops: hops.toSorted(strongestFirst),
    parcelsAt,
    ofRing,
    ringParcels,
    parcels,
    withoutSender,
  }
}

/** The share of the ring's parcels that a factory sent; undefined where none was seen. */
export function shareOf(key: string, { ofRing, ringParcels }: PeriodTraffic): number | undefined {
  return ringParcels === 0 ? undefined : (ofRing.get(key) ?? 0) / ringParcels
}

function countIn(
  { days, undated, undatedOfRing, stated, statedOn }: Flow,
  { from, until }: Period,
) {
  const within = days.filter(({ on }) => (from === undefined || from <= on) && on <= until)
  const whole = from === undefined
  const sum = (of: 'parcels' | 'ofRing' | 'bothEnds') =>
    within.reduce((total, day) => total + day[of], 0)
  return {
    parcels: sum('parcels') + (whole ? undated : 0),
    ofRing: sum('ofRing') + (whole ? undatedOfRing : 0),
    bothEnds: sum('bothEnds'),
    stated: statedOn === undefined || statedOn <= until ? stated : 0,
  }
}

function add(counts: Map<string, number>, key: string, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more)
}

function strongestFirst(a: Traffic, b: Traffic): number {
  return (
    b.parcels - a.parcels ||
    b.stated - a.stated ||
    compareText(`${a.from} ${a.to}`, `${b.from} ${b.to}`)
  )
}
