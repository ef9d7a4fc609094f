import type { LeadFile, LeadState, Outcome, OutcomeKind } from '../domain/paper/lead.ts'
import type { LeadPaper } from '../domain/paper/paper.ts'
import { isSealed, stateOf } from './course.ts'

/** What came of the leads of one period, in the terms in which such figures are published. */
export interface LeadFigures {
  readonly leads: number
  readonly suspects: number
  readonly sites: number
  /** By currency, as sums of different currencies are none. */
  readonly value: Readonly<Record<string, number>>
}

export interface LeadBoard {
  /** How many leads stand where; every state is there. */
  readonly states: Readonly<Partial<Record<LeadState, number>>>
  /** By the year in which a lead was sealed, oldest first. */
  readonly years: readonly ({ readonly year: string } & LeadFigures)[]
  readonly reference: LeadFigures & { readonly year: string; readonly source: string }
}

/** Published by one platform for one year: what can be reached, and no measure of a store of another size. The value was given as “more than”. */
const reference: LeadBoard['reference'] = {
  year: '2016',
  leads: 1_184,
  suspects: 880,
  sites: 1_419,
  value: { CNY: 3_000_000_000 },
  source:
    'Alibaba Group on its own leads in 2016; suspects, value and the order of sites as reported by ecns.cn, 1 April 2017',
}

/**
 * Where all leads stand and what came of them. One lead in several versions or to several recipients counts once, by its latest version; persons detained, arrested and
 * prosecuted are the same persons, so that the largest of these numbers counts. Outcomes that were taken back count nowhere.
 */
export function leadBoard(papers: readonly LeadPaper[]): LeadBoard {
  const states: Partial<Record<LeadState, number>> = {}
  const byYear = new Map<string, LeadFigures>()
  for (const versions of byNumber(papers).values()) {
    const latest = versions.at(-1)
    if (latest === undefined) continue
    const state = stateOf(latest.body)
    states[state] = (states[state] ?? 0) + 1
    const year = sealedIn(versions)
    if (year === undefined) continue
    const outcomes = versions.flatMap(({ body }) => body.outcomes)
    byYear.set(year, sum(byYear.get(year) ?? none, figuresOf(outcomes)))
  }
  const years = [...byYear]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([year, figures]) => ({ year, ...figures }))
  return { states, years, reference }
}

const none: LeadFigures = { leads: 0, suspects: 0, sites: 0, value: {} }
const personKinds: readonly OutcomeKind[] = ['detained', 'arrested', 'prosecuted', 'convicted']

function figuresOf(outcomes: readonly Outcome[]): LeadFigures {
  const standing = outcomes.filter(({ retractedAt }) => retractedAt === undefined)
  const countOf = (kind: OutcomeKind) =>
    standing.reduce((all, own) => all + (own.kind === kind ? (own.count ?? 0) : 0), 0)
  const seized = standing.filter(({ kind }) => kind === 'goods_seized')
  const value: Record<string, number> = {}
  for (const { value: own } of seized)
    if (own !== undefined) value[own.currency] = (value[own.currency] ?? 0) + own.amount
  return {
    leads: 1,
    suspects: Math.max(...personKinds.map(countOf)),
    sites: countOf('sites_closed'),
    value,
  }
}

function sum(a: LeadFigures, b: LeadFigures): LeadFigures {
  const currencies = [...new Set([...Object.keys(a.value), ...Object.keys(b.value)])].sort()
  return {
    leads: a.leads + b.leads,
    suspects: a.suspects + b.suspects,
    sites: a.sites + b.sites,
    value: Object.fromEntries(
      currencies.map((currency) => [currency, (a.value[currency] ?? 0) + (b.value[currency] ?? 0)]),
    ),
  }
}

/** Versions of one lead, first to last. */
function byNumber(papers: readonly LeadPaper[]): ReadonlyMap<string, readonly LeadPaper[]> {
  const groups = new Map<string, LeadPaper[]>()
  const versionOf = ({ id }: LeadPaper) => Number(/-v(\d+)$/.exec(id)?.[1] ?? 0)
  for (const paper of papers.toSorted((a, b) => versionOf(a) - versionOf(b))) {
    const number = paper.id.replace(/-v\d+$/, '')
    groups.set(number, [...(groups.get(number) ?? []), paper])
  }
  return groups
}

/** The year, in UTC, in which the first version was sealed. */
function sealedIn(versions: readonly LeadPaper[]): string | undefined {
  const first = versions.find(({ body }) => isSealed(body))
  const at = first?.body.steps.find(({ to }: LeadFile['steps'][number]) => to === 'sealed')?.at
  return at === undefined ? undefined : String(new Date(at).getUTCFullYear())
}
