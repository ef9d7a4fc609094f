import type { Link } from '../../server/contract/ring.ts'
import type { Decision } from '../../server/contract/work.ts'

/** The two shops of a link in the order that decisions keep: by code unit. */
export function pairOf({ from, to }: Pick<Link, 'from' | 'to'>): {
  readonly a: string
  readonly b: string
} {
  return from < to ? { a: from, b: to } : { a: to, b: from }
}

/** Decisions on the two shops of a link, retracted ones too. */
export function decisionsOn(
  link: Pick<Link, 'from' | 'to'>,
  decisions: readonly Decision[],
): readonly Decision[] {
  const pair = pairOf(link)
  return decisions.filter(({ a, b }) => a === pair.a && b === pair.b)
}

/** What people together say: nothing, one verdict, or that they disagree. */
export function statusOf(
  decisions: readonly Decision[],
): Decision['verdict'] | 'disagree' | undefined {
  const standing = decisions.filter(({ retractedAt }) => retractedAt === undefined)
  // The latest decision of each person counts; the list is in the order of saying.
  const latest = new Map(standing.map(({ by, verdict }) => [by, verdict]))
  const verdicts = new Set(latest.values())
  const [only] = verdicts
  return verdicts.size > 1 ? 'disagree' : only
}
