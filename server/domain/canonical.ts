/** JSON with sorted keys and no `undefined`: equal values give equal bytes, whatever order they were built in. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value))
}

/** What {@link canonicalJson} writes, as a value: for parts of a value whose other parts are in order by the way they are made. */
export function inCanonicalOrder<T>(value: T): T {
  return inOrder(value) as T
}

/** A copy whose keys are in order, as `JSON.stringify` alone is several times as fast as with a function that it asks for every value. */
function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(inOrder)
  if ('toJSON' in value) return inOrder(JSON.parse(JSON.stringify(value)))
  if (isFlatInOrder(value)) return value
  const keys = sortedKeys(value)
  const own = value as Readonly<Record<string, unknown>>
  // Assigning to this key would set what the copy inherits from.
  if (keys.includes('__proto__'))
    return Object.fromEntries(keys.map((key) => [key, inOrder(own[key])]))
  const copy: Record<string, unknown> = {}
  for (const key of keys) copy[key] = inOrder(own[key])
  return copy
}

/** Whether an object holds only what is no object, under keys that stand in order, as many small ones do: it is its own copy. */
function isFlatInOrder(value: object): boolean {
  const own = value as Readonly<Record<string, unknown>>
  let before = ''
  for (const key in own) {
    const inner = own[key]
    if (key < before || (typeof inner === 'object' && inner !== null)) return false
    if (!Object.hasOwn(own, key)) return false
    before = key
  }
  return true
}

/** So many keys are sorted where they stand, which takes a third of the time of a sort that is called. */
const fewKeys = 32

function sortedKeys(value: object): string[] {
  const keys = Object.keys(value)
  if (fewKeys < keys.length) return keys.sort(compareText)
  for (let next = 1; next < keys.length; next++) {
    const key = keys[next] as string
    let place = next
    for (; 0 < place && key < (keys[place - 1] as string); place--)
      keys[place] = keys[place - 1] as string
    keys[place] = key
  }
  return keys
}

/** Orders text by UTF-16 code unit, as both stores do for keys; never by locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
