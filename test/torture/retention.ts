import type { CustodyDraft, CustodyEvent } from '../../server/domain/evidence/custody.ts'
import { chained, emptyChain } from '../../server/domain/evidence/custody-chain.ts'
import { foldCustody } from '../../server/domain/evidence/evidence-item.ts'
import { dayEverywhere, retentionOf } from '../../server/domain/evidence/retention.ts'
import { mulberry32 } from '../../server/domain/random.ts'
import { at, day, sha } from '../support/store-builders.ts'
import type { TortureFigure } from './figure.ts'

const dayMs = 86_400_000
/** Before anything that the cases tell of. */
const received = '2014-12-31'

/**
 * Travels through time with files that have ends of transactions, cases and holds, among them leap days, and asks on each day what may be
 * destroyed. What must be so is worked out by itself, day by day from the calendar, and not by the code that is tried.
 */
export function retentionTorture({
  cases,
  seed,
}: {
  readonly cases: number
  readonly seed: number
}): TortureFigure[] {
  const random = mulberry32(seed)
  const lives = Array.from({ length: cases }, (_, index) => aLife(random, index))
  const asked = lives.flatMap((life) => life.days.map((today) => judged(life, today)))
  const count = <T>(all: readonly T[], holds: (one: T) => boolean) => all.filter(holds).length
  const leapDays = count(lives, ({ ends }) => ends.some((end) => end.endsWith('-02-29')))
  const holds = count(lives, ({ held }) => held !== undefined)
  const early = count(asked, ({ isDue, mayGo }) => isDue && !mayGo)
  const forgotten = count(asked, ({ isDue, mayGo }) => !isDue && mayGo)
  return [
    { name: 'retention: cases', value: cases, unit: 'files' },
    { name: 'retention: with a leap day', value: leapDays, unit: 'files' },
    { name: 'retention: with a hold', value: holds, unit: 'files' },
    { name: 'retention: destroyed early', value: early, unit: 'days', expected: 0 },
    { name: 'retention: expired and forgotten', value: forgotten, unit: 'days', expected: 0 },
  ]
}

function judged(life: Life, today: string) {
  const { state } = retentionOf(itemOn(life.events, today), dayEverywhere(noon(today)))
  return { isDue: state === 'due', mayGo: isOver(life, today) }
}

interface Life {
  readonly events: readonly CustodyEvent[]
  /** Days on which transactions ended and cases were closed. */
  readonly ends: readonly string[]
  /** Absent when a case is never closed. */
  readonly allClosed: boolean
  readonly held: { readonly from: string; readonly to: string | undefined } | undefined
  /** Days on which the question is asked. */
  readonly days: readonly string[]
}

/** By counting calendar days one by one: three years later is the same day and month, or the day after the one that does not exist. */
function isOver({ ends, allClosed, held }: Life, today: string): boolean {
  const last = ends.toSorted().at(-1)
  if (last === undefined || !allClosed) return false
  if (held !== undefined && held.from <= today && (held.to === undefined || today < held.to)) {
    return false
  }
  const [year = 0, month = 0, date = 0] = last.split('-').map(Number)
  // A date beyond the end of February runs over into March.
  const until = new Date(Date.UTC(year + 3, month - 1, date)).toISOString().slice(0, 10)
  return until < today
}

function aLife(random: () => number, index: number): Life {
  const some = (most: number) => Math.floor(random() * most)
  const start = Date.UTC(2015 + some(12), 0, 1)
  const anyDay = (most: number) => iso(start + some(most) * dayMs)
  const sold = oneIn(4) ? `${2016 + 4 * some(4)}-02-29` : anyDay(1_400)
  const closed = oneIn(3) ? undefined : anyDay(2_000)
  const isOpen = oneIn(8)
  const held = oneIn(2) ? aHold(addDays(sold, some(1_500))) : undefined
  const ends = [oneIn(10) && closed ? undefined : sold, closed].filter((one) => one !== undefined)
  const last = ends.toSorted().at(-1) ?? sold
  return {
    events: eventsOf(sha(`file ${index}`), {
      ...{ sold: ends.includes(sold) ? sold : undefined, closed, isOpen, held },
    }),
    ends,
    allClosed: !isOpen,
    held,
    days: [
      ...[1_094, 1_095, 1_096, 1_097, 1_098].map((days) => addDays(last, days)),
      ...Array.from({ length: 6 }, () => addDays(last, some(2_400))),
      ...(held ? [held.from, addDays(held.to ?? held.from, -1), held.to ?? held.from] : []),
    ],
  }

  function oneIn(many: number): boolean {
    return some(many) === 0
  }
  function aHold(from: string) {
    return { from, to: oneIn(4) ? undefined : addDays(from, 1 + some(900)) }
  }
}

interface Said {
  readonly sold: string | undefined
  readonly closed: string | undefined
  readonly isOpen: boolean
  readonly held: Life['held']
}

function eventsOf(
  file: ReturnType<typeof sha>,
  { sold, closed, isOpen, held }: Said,
): CustodyEvent[] {
  const on = (date: string) => ({ at: noon(date), by: 'An', file })
  const first: CustodyDraft = {
    ...on(received),
    what: 'received',
    about: [],
    facts: { sha256: file, sha512: 'a'.repeat(128) as never, size: 1, format: 'png', name: 'a' },
    collection: { collectedBy: 'An' },
    keeping: {
      ...(sold && { transactionEnd: day(sold) }),
      ...(closed && { case: 'one', caseClosed: day(closed) }),
    },
  }
  const opened: CustodyDraft = {
    ...on(received),
    what: 'described',
    about: [],
    keeping: { case: 'another' },
  }
  const events = chained(emptyChain, [first, ...(isOpen ? [opened] : [])])
  if (held === undefined) return events
  const end = events.at(-1) ?? emptyChain
  const hold = chained(end, [{ ...on(held.from), what: 'held', why: 'appeal' }])
  const head = hold.at(-1) ?? end
  const released: CustodyDraft[] =
    held.to === undefined
      ? []
      : [{ ...on(held.to), what: 'released', hold: head.seq, why: 'it is over' }]
  return [...events, ...hold, ...chained(head, released)]
}

/** The item as it stood at the end of a day. */
function itemOn(events: readonly CustodyEvent[], today: string) {
  const until = events.filter((event) => event.at <= noon(today))
  const [item] = foldCustody(until).values()
  if (item === undefined) throw new Error('a file was lost on the way')
  return item
}

/** Noon in UTC is the first moment at which a day has begun everywhere. */
function noon(date: string) {
  return at(Date.parse(date) + dayMs / 2)
}

function addDays(date: string, days: number): string {
  return iso(Date.parse(date) + days * dayMs)
}

function iso(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
