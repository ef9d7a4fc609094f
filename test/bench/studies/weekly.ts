import type { Link } from '../../../server/domain/link.ts'
import { bitsToProbability, type IsoDate, probabilityToBits } from '../../../server/domain/units.ts'
import { ringThreshold } from '../../../server/jobs/thresholds.ts'
import { knownBy } from '../../../server/linkage/known-by.ts'
import type { Evidence } from '../../../server/linkage/link-shops.ts'
import type { Rated } from '../../../server/rings/score/calibration.ts'
import {
  falselyLinked,
  honestLinks,
  thresholdOf,
} from '../../../server/rings/score/honest-links.ts'
import { type DatedLinks, timeToAnswer } from '../../../server/rings/score/time-to-answer.ts'
import { rateWorld } from '../link-world.ts'
import type { MeasuredWorld, Study } from '../measured-world.ts'
import { type MaybeFigure, printBeside } from '../print-scores.ts'
import { handRules, raritySum } from '../rarity-sum.ts'

/** So many honest shops in 10,000 may be linked to somebody else's. */
const mostFalse = 25
/** Less probable links are claimed at no threshold worth looking at, and need not be kept for every week. */
const leastClaimed = 0.1

type Method = (evidence: Evidence, asOf: IsoDate) => readonly Rated[]

/** Ours learns anew each week from what was known by then. */
const methods: Readonly<Record<string, Method>> = {
  ours: (evidence, asOf) => rateWorld(evidence, { asOf }).candidates,
  ...Object.fromEntries(
    Object.entries(handRules).map(([name, rule]): [string, Method] => [
      name,
      (evidence) => raritySum(evidence, rule).map(spreadOut),
    ]),
  ),
}

/** Sums are so far beyond the threshold that many are as good as 1: drawn closer to 0.8, in the same order, they can be told apart. */
function spreadOut(link: Link): Rated {
  const bits = probabilityToBits(ringThreshold)
  return { ...link, probability: bitsToProbability(bits + (link.bits - bits) / 128) }
}

/**
 * One run a week over the last weeks of a world, each on what was known by then: how long after the start of a new life its predecessor is named, and how many
 * honest shops are linked to strangers by any of the runs. At the product's threshold, and at the least at which so few honest shops are.
 */
export function weekly(weeks: number): Study {
  return (world) => {
    const days = Array.from({ length: weeks + 1 }, (_, week) =>
      daysBefore(world.asOf, 7 * (weeks - week)),
    )
    const runs: Record<string, DatedLinks[]> = {}
    for (const asOf of days) {
      const evidence = knownBy(world.evidence, asOf)
      for (const [name, method] of Object.entries(methods)) {
        const links = method(evidence, asOf).filter(
          ({ probability }) => leastClaimed <= probability,
        )
        runs[name] = [...(runs[name] ?? []), { asOf, links }]
      }
    }
    const thresholds: readonly [string, (links: readonly Rated[]) => number][] = [
      [`at ${ringThreshold}`, () => ringThreshold],
      [
        `at ${mostFalse} in 10,000`,
        (links) => thresholdOf(honestLinks(links, world.truth), mostFalse),
      ],
    ]
    for (const [name, thresholdFor] of thresholds) {
      const figures = Object.fromEntries(
        Object.entries(runs).map(([method, own]) => [method, figuresAt(world, own, thresholdFor)]),
      )
      const { ours = [], ...others } = figures
      printBeside(`${world.label}weekly over ${weeks} weeks, ${name}: `, ours, others)
    }
  }
}

function figuresAt(
  world: MeasuredWorld,
  runs: readonly DatedLinks[],
  thresholdFor: (links: readonly Rated[]) => number,
): readonly MaybeFigure[] {
  const links = runs.flatMap((run) => run.links)
  const threshold = thresholdFor(links)
  const times = timeToAnswer(runs, world.truth, startsOf(world), threshold)
  return [
    { name: 'threshold', value: threshold, unit: 'probability' },
    { name: 'returns', value: times.returns, unit: 'returns' },
    { name: 'answered', value: times.answered, unit: 'returns' },
    // Where half are never answered there is no such day: `null` in the line.
    { name: 'median', value: times.medianDays ?? Number.POSITIVE_INFINITY, unit: 'days' },
    { name: 'within 7 days', value: times.within7, unit: 'share' },
    { name: 'within 30 days', value: times.within30, unit: 'share' },
    {
      name: 'honest shops falsely linked',
      value: falselyLinked(honestLinks(links, world.truth), threshold),
      unit: 'in 10,000',
    },
  ]
}

/** When each new life began: as its maker knows, else as it is on record. */
function startsOf({ made, evidence }: MeasuredWorld): ReadonlyMap<string, IsoDate> {
  if (made !== undefined) return made.starts
  return new Map(
    evidence.nodes.flatMap(({ key, lives: [life], firstSeen }) => {
      const start = life?.from ?? firstSeen
      return start === undefined ? [] : [[key, start] as const]
    }),
  )
}

function daysBefore(day: IsoDate, days: number): IsoDate {
  const ms = Date.parse(day) - 86_400_000 * days
  return new Date(ms).toISOString().slice(0, 10) as IsoDate
}
