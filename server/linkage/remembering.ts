/**
 * Gives what `of` gives for a key of an owner, remembered as {@link remembering} does until the owner is forgotten. All that are asked about one owner give the same.
 */
export type Memories<Owner, Value> = (
  owner: Owner,
  key: number,
  of: (key: number) => Value,
) => Value

export function memories<Owner extends object, Value>(): Memories<Owner, Value> {
  const known = new WeakMap<Owner, (key: number) => Value>()
  return (owner, key, of) => {
    const own = known.get(owner) ?? remembering(of)
    known.set(owner, own)
    return own(key)
  }
}

/** Most entries that are known at a time, and least that are as soon as there were so many. */
const mostKnown = 10_000

/**
 * What `of` gives, remembered for the keys that were asked for of late: shops come with their neighbours, and what is known of all of a million shops would take as much as the graph. What is remembered
 * falls into two halves, of which the older one goes when the younger one is full.
 */
export function remembering<Value>(
  of: (key: number) => Value,
  most = mostKnown,
): (key: number) => Value {
  let older = new Map<number, Value>()
  let younger = new Map<number, Value>()
  return (key) => {
    const known = younger.get(key)
    if (known !== undefined || younger.has(key)) return known as Value
    const value = older.has(key) ? (older.get(key) as Value) : of(key)
    if (most <= 2 * younger.size) {
      older = younger
      younger = new Map()
    }
    younger.set(key, value)
    return value
  }
}
