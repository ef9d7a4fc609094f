import { compareText } from '../domain/canonical.ts'
import type { GenericValue } from '../domain/generic.ts'
import type { Link } from '../domain/link.ts'
import type { Rescored } from '../domain/rescored.ts'

/** The values that are generic now and were not in the run before, by key. */
export function newlyGeneric(
  now: readonly GenericValue[],
  before: readonly GenericValue[],
): ReadonlyMap<string, GenericValue> {
  const known = new Set(before.map(({ key }) => key))
  return new Map(now.filter(({ key }) => !known.has(key)).map((value) => [value.key, value]))
}

/** What became of one link of the run before that stood on values which are newly generic, an entry a value; empty for all others. `after` is the same link now. */
export function rescoredLink(
  { from, to, kind, probability: before, ledger }: Link,
  after: Pick<Link, 'probability'> | undefined,
  generics: ReadonlyMap<string, GenericValue>,
): Rescored[] {
  const used = ledger.bars.flatMap(({ a, b, generic, bits }) => {
    const value = a.key === undefined || a.key !== b.key ? undefined : generics.get(a.key)
    return value === undefined || generic || bits <= 0 ? [] : [value]
  })
  return [...new Set(used)]
    .toSorted((x, y) => compareText(x.key, y.key))
    .map(({ key: value, since, reason }) => ({
      value,
      ...(since !== undefined && { since }),
      reason,
      from,
      to,
      kind,
      before,
      ...(after !== undefined && { after: after.probability }),
    }))
}
