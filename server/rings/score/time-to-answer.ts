import { compareText } from '../../domain/canonical.ts'
import { daysBetween, type IsoDate } from '../../domain/units.ts'
import { ratio } from '../pair-agreement.ts'
import type { ControllerTruth } from '../truth.ts'
import type { Rated } from './calibration.ts'

/** The links of one run, as of its date. */
export interface DatedLinks {
  readonly asOf: IsoDate
  readonly links: readonly Rated[]
}

/** How long it takes until a return is known for one. Returns that began before the first run or after the last are not timed. */
export interface TimeToAnswer {
  readonly returns: number
  /** Of them, those that some run claims. */
  readonly answered: number
  /** Days by which half are answered (Kaplan and Meier 1958); null where half never are. */
  readonly medianDays: number | null
  /** Share answered within 7 and 30 days, of those watched for as long. */
  readonly within7: number | null
  readonly within30: number | null
}

interface Timed {
  /** Undefined as long as no run claims it. */
  readonly answered: number | undefined
  /** Days from its start to the last run. */
  readonly watched: number
}

/**
 * Days from the start of a new life to the first run that names its true predecessor at the threshold or above, over the true returns. `starts`
 * says when the life of each shop began. The runs may come in any order; those that answer no more afterwards count as answered.
 */
export function timeToAnswer(
  runs: readonly DatedLinks[],
  truth: readonly ControllerTruth[],
  starts: ReadonlyMap<string, IsoDate>,
  threshold: number,
): TimeToAnswer {
  const dated = runs.toSorted((a, b) => compareText(a.asOf, b.asOf))
  const first = dated[0]?.asOf
  const last = dated.at(-1)?.asOf
  const answers = firstAnswers(dated, threshold)
  const timed = truth.flatMap(({ shop, predecessor }): Timed[] => {
    const start = starts.get(shop)
    if (predecessor === undefined || start === undefined) return []
    if (first === undefined || last === undefined || start < first || last < start) return []
    const answer = answers.get(pairOf(predecessor, shop))
    return [
      {
        answered: answer === undefined ? undefined : Math.max(0, daysBetween(start, answer)),
        watched: daysBetween(start, last),
      },
    ]
  })
  return {
    returns: timed.length,
    answered: timed.filter(({ answered }) => answered !== undefined).length,
    medianDays: median(timed),
    within7: within(timed, 7),
    within30: within(timed, 30),
  }
}

function firstAnswers(
  dated: readonly DatedLinks[],
  threshold: number,
): ReadonlyMap<string, IsoDate> {
  const answers = new Map<string, IsoDate>()
  for (const { asOf, links } of dated) {
    for (const { kind, from, to, probability } of links) {
      if (kind !== 'came_back_as' || probability < threshold) continue
      const pair = pairOf(from, to)
      if (!answers.has(pair)) answers.set(pair, asOf)
    }
  }
  return answers
}

/** The first day by which the share still unanswered is estimated at a half or less, returns that were not watched so long left out. */
function median(timed: readonly Timed[]): number | null {
  const days = timed.flatMap(({ answered }) => (answered === undefined ? [] : [answered]))
  let unanswered = 1
  for (const day of [...new Set(days)].toSorted((a, b) => a - b)) {
    const open = timed.filter(({ answered, watched }) => day <= (answered ?? watched)).length
    const now = days.filter((own) => own === day).length
    unanswered *= 1 - now / open
    if (unanswered <= 0.5) return day
  }
  return null
}

function within(timed: readonly Timed[], days: number): number | null {
  const watched = timed.filter((one) => days <= one.watched)
  return ratio(
    watched.filter(({ answered }) => answered !== undefined && answered <= days).length,
    watched.length,
  )
}

function pairOf(from: string, to: string): string {
  return JSON.stringify([from, to])
}
