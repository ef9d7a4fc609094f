import type { GenericRuling } from '../domain/generic.ts'

/** The ruling that holds for each value, by its key: the latest of each person counts, and where people disagree, none. */
export function standingRulings(
  rulings: readonly GenericRuling[],
): ReadonlyMap<string, GenericRuling> {
  const ofPerson = latestBy(rulings, ({ value, by }) => JSON.stringify([value, by]))
  const standing = new Map(latestBy(ofPerson, ({ value }) => value).map((own) => [own.value, own]))
  for (const { value, generic } of ofPerson)
    if (standing.get(value)?.generic !== generic) standing.delete(value)
  return standing
}

/** Of the rulings that were not taken back, the latest of each group. */
function latestBy(
  rulings: readonly GenericRuling[],
  groupOf: (ruling: GenericRuling) => string,
): readonly GenericRuling[] {
  const latest = new Map<string, GenericRuling>()
  for (const ruling of rulings) {
    const known = latest.get(groupOf(ruling))
    const counts =
      ruling.retractedAt === undefined && (known === undefined || isLater(ruling, known))
    if (counts) latest.set(groupOf(ruling), ruling)
  }
  return [...latest.values()]
}

/** Of two on one day the one with the greater id; ids begin with the time of ruling. */
function isLater(ruling: GenericRuling, known: GenericRuling): boolean {
  return known.on < ruling.on || (known.on === ruling.on && known.id < ruling.id)
}
