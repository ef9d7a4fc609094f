import { compareText } from '../../domain/canonical.ts'
import type { Rescored } from '../../domain/rescored.ts'
import { type EventCause, EventCauseCode, type RingEvent } from '../../domain/ring-event.ts'
import { type LinksOfRun, type PairOfRun, pairName, pairsOfRun } from './pairs-of-run.ts'

/** What the two runs say beside their rings. Links may be those that touch a shop of a ring that changed. */
export interface Circumstances {
  readonly before: LinksOfRun
  readonly after: LinksOfRun
  /** The ring of each shop in either run. */
  readonly ringBefore: ReadonlyMap<string, string>
  readonly ringAfter: ReadonlyMap<string, string>
  /** Shops that the store did not hold in the run before, and those that it no longer holds. */
  readonly firstSeen: ReadonlySet<string>
  readonly gone: ReadonlySet<string>
  /** Links of the run before that stood on a value which became generic. */
  readonly rescored: readonly Rescored[]
}

/** Causes told of one event at most. */
const causesTold = 20

/**
 * The events with what brought them about: for every two shops that a link holds together now and that were in no common ring before, and the other way round, why.
 * A shop that came or went explains all its links; where the link did not change, the division of a larger whole or the guard did it (`grouping`).
 */
export function withCauses(
  events: ReadonlyMap<string, RingEvent>,
  circumstances: Circumstances,
): ReadonlyMap<string, RingEvent> {
  const causes = new Map([...events.keys()].map((id) => [id, new Map<string, EventCause>()]))
  for (const { rings, cause } of turns(events, circumstances)) {
    for (const ring of rings) causes.get(ring ?? '')?.set(nameOf(cause), cause)
  }
  return new Map(
    [...events].map(([id, event]) => {
      const own = [...(causes.get(id)?.values() ?? [])].toSorted(compareCauses)
      const told = own.length === 0 ? [grouping] : own.slice(0, causesTold)
      const slight = 0 < own.length && own.every((cause) => hovers(cause, circumstances))
      const causesOmitted = Math.max(0, own.length - causesTold)
      return [id, { ...event, causes: told, causesOmitted, ...(slight && { slight }) }]
    }),
  )
}

/** A link hovers while both runs have it this close to the threshold or closer, on whichever side. */
const hoverBand = 0.05

/** True where a link crossed the threshold, and by little. */
function hovers(
  { cause, before, after }: EventCause,
  { before: was, after: is }: Circumstances,
): boolean {
  const crossed = cause === 'link_gained' || cause === 'link_lost'
  if (!crossed || before === undefined || after === undefined) return false
  const isNear = (probability: number, threshold: number) =>
    Math.abs(probability - threshold) <= hoverBand
  return isNear(before, was.threshold) && isNear(after, is.threshold)
}

const grouping: EventCause = { cause: 'grouping', shops: [] }

interface Turn {
  /** The rings that it is told of. */
  readonly rings: readonly (string | undefined)[]
  readonly cause: EventCause
}

/** Every two shops that came together or apart. */
function* turns(
  events: ReadonlyMap<string, RingEvent>,
  { before, after, ringBefore, ringAfter, ...seen }: Circumstances,
): Generator<Turn> {
  const [was, is] = [pairsOfRun(before), pairsOfRun(after)]
  const values = new Map(seen.rescored.map((own) => [pairName(own.from, own.to), own.value]))
  const changedTo = (change: RingEvent['change']) => (ring: string | undefined) =>
    events.get(ring ?? '')?.change === change
  for (const [name, pair] of is) {
    if (!pair.holds || !isApart(pair, ringBefore) || isApart(pair, ringAfter)) continue
    const ended = [ringBefore.get(pair.a), ringBefore.get(pair.b)].filter(changedTo('retired'))
    const cause = joined(was.get(name), pair, seen.firstSeen)
    yield { rings: [ringAfter.get(pair.a), ...ended], cause }
  }
  for (const [name, pair] of was) {
    if (!pair.holds || !isApart(pair, ringAfter) || isApart(pair, ringBefore)) continue
    const brokenOff = [ringAfter.get(pair.a), ringAfter.get(pair.b)].filter(changedTo('split'))
    const value = values.get(name)
    const cause = parted(pair, is.get(name), { gone: seen.gone, value })
    yield { rings: [ringBefore.get(pair.a), ...brokenOff], cause }
  }
}

/** True where the two are in no common ring. */
function isApart({ a, b }: PairOfRun, ringOf: ReadonlyMap<string, string>): boolean {
  const ring = ringOf.get(a)
  return ring === undefined || ring !== ringOf.get(b)
}

function joined(
  was: PairOfRun | undefined,
  is: PairOfRun,
  firstSeen: ReadonlySet<string>,
): EventCause {
  const shop = [is.a, is.b].find((end) => firstSeen.has(end))
  if (shop !== undefined) return { cause: 'shop_first_seen', shops: [shop] }
  if (was?.holds === true) return told('grouping', was, is)
  const decided = is.verdict === 'same' && was?.verdict !== 'same'
  const undecided = was?.verdict === 'different' && is.verdict !== 'different'
  return told(decided || undecided ? 'decision' : 'link_gained', was, is)
}

function parted(
  was: PairOfRun,
  is: PairOfRun | undefined,
  { gone, value }: { readonly gone: ReadonlySet<string>; readonly value: string | undefined },
): EventCause {
  const shop = [was.a, was.b].find((end) => gone.has(end))
  if (shop !== undefined) return { cause: 'shop_gone', shops: [shop] }
  if (is?.holds === true) return told('grouping', was, is)
  const decided = is?.verdict === 'different' && was.verdict !== 'different'
  const undecided = was.verdict === 'same' && is?.verdict !== 'same'
  if (decided || undecided) return told('decision', was, is)
  if (value !== undefined) return { ...told('generic', was, is), value }
  return told('link_lost', was, is)
}

function told(
  cause: EventCauseCode,
  was: PairOfRun | undefined,
  is: PairOfRun | undefined,
): EventCause {
  const pair = was ?? is
  return {
    cause,
    shops: pair === undefined ? [] : [pair.a, pair.b],
    ...(was && { before: was.probability }),
    ...(is && { after: is.probability }),
  }
}

function nameOf({ cause, shops }: EventCause): string {
  return [cause, ...shops].join('\0')
}

const order = new Map(EventCauseCode.options.map((code, place) => [code, place]))

function compareCauses(x: EventCause, y: EventCause): number {
  const place = ({ cause }: EventCause) => order.get(cause) ?? 0
  return place(x) - place(y) || compareText(x.shops.join('\0'), y.shops.join('\0'))
}
