import { canonicalJson, compareText } from './canonical.ts'
import type { Life } from './life.ts'
import type { IsoDate } from './units.ts'

/** A life as one record tells it: on a row of its own (`explicit`), or on the row of its shop. */
export type SaidLife = Life & { readonly explicit: boolean; readonly seen?: IsoDate | undefined }

/** All that was told, each once, in one order. */
export function mergeSaidLives(a: readonly SaidLife[], b: readonly SaidLife[]): SaidLife[] {
  if (b.length === 0) return [...a]
  const told = new Map([...a, ...b].map((life) => [canonicalJson(life), life]))
  return [...told].toSorted(([one], [other]) => compareText(one, other)).map(([, life]) => life)
}

/**
 * The lives that were told of one shop, oldest first. Life rows outrank shop rows; several shop rows tell one life,
 * and so do several life rows with one beginning, and those that began alike and overlap: a shop has one life at a time, and two sources that disagree by days tell it twice.
 */
export function settleLives(said: readonly SaidLife[]): Life[] {
  // Of nearly all shops one life is told, once.
  if (said.length < 2) return said.map(lifeOf)
  const explicit = said.filter((life) => life.explicit)
  const groups = explicit.length > 0 ? tellingsOf(explicit) : [said]
  return groups.map(oneLife).toSorted((a, b) => compareText(canonicalOrder(a), canonicalOrder(b)))
}

/** Life rows by the life that they tell. */
function tellingsOf(explicit: readonly SaidLife[]): SaidLife[][] {
  const groups: SaidLife[][] = []
  const inTime = explicit.toSorted((a, b) => compareText(a.from ?? '', b.from ?? ''))
  for (const life of inTime) {
    const own =
      groups.find((group) => group.some(({ from }) => from === life.from)) ??
      groups.find((group) => group.some((told) => goesOnInto(told, life)))
    if (own === undefined) groups.push([life])
    else own.push(life)
  }
  return groups
}

/** Of two that began alike; where nobody told the end of the earlier one, it may have been before the other began. */
function goesOnInto({ began, to }: SaidLife, later: SaidLife): boolean {
  return began === later.began && later.from !== undefined && to !== undefined && later.from < to
}

/** From the earliest beginning to the latest end. An end that one row does not know is no statement that there is none. */
function oneLife(told: readonly SaidLife[]): Life {
  const byBeginning = told.toSorted((a, b) => compareText(a.from ?? '9999', b.from ?? '9999'))
  const bySeen = told.toSorted((a, b) => compareText(a.seen ?? '', b.seen ?? ''))
  const byEnd = bySeen.toSorted((a, b) => compareText(a.to ?? '', b.to ?? ''))
  const from = byBeginning[0]?.from
  const to = byEnd.at(-1)?.to
  const ended = byEnd.findLast((life) => life.ended !== undefined)?.ended
  return lifeOf({ from, to, began: byBeginning[0]?.began ?? 'opened', ended })
}

/** Field by field: an object that begins with what may be missing is laid out for itself alone, which takes four times as much. */
function lifeOf({ from, to, began, ended }: Life): Life {
  const life = {} as { -readonly [K in keyof Life]: Life[K] }
  if (from) life.from = from
  if (to) life.to = to
  life.began = began
  if (ended) life.ended = ended
  return life
}

function canonicalOrder({ from = '' as IsoDate, to }: Life): string {
  return `${from} ${to ?? '9999'}`
}
