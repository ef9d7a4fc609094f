import { compareText } from '../../domain/canonical.ts'
import type { Fragment } from './fragment.ts'
import { idOf, overlap, type Relation, type Span, spanOf } from './relation.ts'

/** One way on from a node over one relation. */
export interface Step {
  readonly from: number
  readonly to: number
  readonly relation: Relation
  /** Further relations between the same two, none of them stronger. */
  readonly alike: number
  readonly strength: number
  /** −log of the strength: costs of a way add up. */
  readonly cost: number
  readonly span: Span
}

export type StepsOf = (node: number) => readonly Step[]

/** Which of the relations from one node to another are worth a step, strongest first. */
type Choose = (from: number, to: number, relations: readonly Relation[]) => readonly Step[]

type StrengthOf = (relation: Relation) => number

/** The ways on from a node to where the end can still be reached, worked out when they are first asked for. */
export function stepsIn(
  fragment: Fragment,
  canReach: (node: number) => boolean,
  choose: Choose,
): StepsOf {
  const known: (readonly Step[] | undefined)[] = []
  return (node) => {
    const before = known[node]
    if (before !== undefined) return before
    const steps: Step[] = []
    for (const [other, relations] of fragment.around(node)) {
      if (canReach(other)) steps.push(...choose(node, other, relations))
    }
    known[node] = steps
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
    const strength = strengthOf(only)
    return [
      { from, to, relation: only, alike: 0, strength, cost: costOf(strength), span: spanOf(only) },
    ]
  }
}

/**
 * Of several relations between two nodes every one that no stronger one covers in time: a weaker relation may fit where the strongest was over already. `forward`
 * leaves out a return walked from the later shop to the one before it.
 */
export function timedSteps(
  strengthOf: StrengthOf,
  { forward, keyOf }: { readonly forward: boolean; readonly keyOf: Fragment['keyOf'] },
): Choose {
  return (from, to, relations) => {
    const walkable = relations.filter((own) => !forward || !isAgainstTime(own, keyOf(from)))
    const kept: Step[] = []
    for (const step of ranked(from, to, walkable, strengthOf)) {
      if (!kept.some((own) => covers(own.span, step.span))) kept.push(step)
    }
    return kept
  }
}

/** Costs of hops add up where their strengths multiply. */
function costOf(strength: number): number {
  return -Math.log(Math.max(strength, Number.MIN_VALUE))
}

function ranked(
  from: number,
  to: number,
  relations: readonly Relation[],
  strengthOf: StrengthOf,
): Step[] {
  return relations
    .map((relation) => ({ relation, strength: strengthOf(relation) }))
    .toSorted((a, b) => b.strength - a.strength || compareText(idOf(a.relation), idOf(b.relation)))
    .map((own, place) => ({
      ...own,
      from,
      to,
      alike: relations.length - 1 - place,
      cost: costOf(own.strength),
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
