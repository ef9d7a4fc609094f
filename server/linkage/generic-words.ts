import type { Genericness } from '../domain/generic.ts'
import { type NodeKey, partsOf } from '../domain/keys.ts'
import type { LinkKind } from '../domain/link.ts'
import type { Rescored } from '../domain/rescored.ts'

/** Why a value counts for nothing, as a clause. */
export function reasonOf({
  reason,
  holders,
  controllersIn90Days,
  by,
  because,
}: Omit<Genericness, 'since'>): string {
  if (reason === 'ruled') return `${by} ruled so${because === undefined ? '' : ` (${because})`}`
  if (reason === 'taken_up_fast')
    return `${controllersIn90Days} controllers took it up within 90 days`
  return `${holders} controllers hold it`
}

/** The same with its day, as a sentence without its stop. */
export function becameGeneric(why: Genericness): string {
  const since = why.since === undefined ? 'since a day that is not known' : `since ${why.since}`
  return `generic ${since}: ${reasonOf(why)}`
}

const reasons: Record<Rescored['reason'], string> = {
  holders: 'many controllers hold it',
  taken_up_fast: 'many controllers took it up at one time',
  ruled: 'a person ruled so',
}
const kinds: Record<LinkKind, string> = {
  came_back_as: 'came back as',
  same_controller: 'one controller',
  shares_supply: 'shares supply',
}

/** What a run changed in a link because a value had become generic, as a sentence. */
export function rescoredLine({ value, since, reason, kind, before, after }: Rescored): string {
  const day = since === undefined ? '' : ` on ${since}`
  const now = after === undefined ? 'too improbable to keep' : shareText(after)
  const name = partsOf(value as NodeKey).at(-1)
  return `${name} became generic${day} (${reasons[reason]}); ${kinds[kind]}: before ${shareText(before)}, now ${now}.`
}

/** Nothing that is inferred is told as certain. */
function shareText(probability: number): string {
  if (0.999 < probability) return 'above 0.999'
  if (probability < 0.001) return 'below 0.001'
  return probability.toFixed(0.99 < probability || probability < 0.01 ? 3 : 2)
}
