import { compareText } from '../../domain/canonical.ts'
import type { Fragment } from './fragment.ts'
import { overlap, type Relation, type Span, spanOf } from './relation.ts'

/** One way on from a node over one relation. */
export interface Step {
  readonly from: string
  readonly to: string
  readonly relation: Relation
  /** Further relations between the same two, none of them stronger. */
  readonly alike: number
  readonly strength: number
  readonly span: Span
}

export type StepsOf = (key: string) => readonly Step[]

/** Which of the relations between two nodes are worth a step, strongest first. */
type Choose = (from: string, to: string, relations: readonly Relation[]) => readonly Step[]

type StrengthOf = (relation: Relation) => number

/** The ways on from a node to where the end can still be reached, worked out when they are first asked for. */
export function stepsIn(
  fragment: Fragment,
  left: ReadonlyMap<string, number>,
  choose: Choose,
): StepsOf {
  const known = new Map<string, readonly Step[]>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const steps = [...fragment.around(key)].flatMap(([other, relations]) =>
      left.has(other) ? choose(key, other, relations) : [],
    )
    known.set(key, steps)
    return steps
  }
}

/** Of several relations between two nodes the strongest. */
export function strongestSteps(strengthOf: StrengthOf): Choose {
  return (from, to, relations) => {
    const [only, second] = relations
    if (only === undefined || second !== undefined) {
      return ranked(from, to, relations, strengthOf).slice(0, 1)
    }
    // Nearly always there is one alone, and nothing to put in order.
    return [{ relation: only, strength: strengthOf(only), from, to, alike: 0, span: spanOf(only) }]
  }
}

/**
 * Of several relations between two nodes every one that no stronger one covers in time: a weaker relation may fit where the strongest was over already. `forward`
 * leaves out a return walked from the later shop to the one before it.
 */
export function timedSteps(strengthOf: StrengthOf, forward: boolean): Choose {
  return (from, to, relations) => {
    const walkable = relations.filter((own) => !forward || !isAgainstTime(own, from))
    const kept: Step[] = []
    for (const step of ranked(from, to, walkable, strengthOf)) {
      if (!kept.some((own) => covers(own.span, step.span))) kept.push(step)
    }
    return kept
  }
}

function ranked(
  from: string,
  to: string,
  relations: readonly Relation[],
  strengthOf: StrengthOf,
): Step[] {
  return relations
    .map((relation) => ({ relation, strength: strengthOf(relation) }))
    .toSorted((a, b) => b.strength - a.strength || compareText(a.relation.id, b.relation.id))
    .map((own, place) => ({
      ...own,
      from,
      to,
      alike: relations.length - 1 - place,
      span: spanOf(own.relation),
    }))
}

function isAgainstTime({ link }: Relation, from: string): boolean {
  return link?.kind === 'came_back_as' && link.to === from
}

/** True where the first holds all days of the second. */
function covers(whole: Span, part: Span): boolean {
  const common = overlap(whole, part)
  return common?.since === part.since && common?.until === part.until
}
