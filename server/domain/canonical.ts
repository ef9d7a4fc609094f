/** JSON with sorted keys and no `undefined`: equal values give equal bytes, whatever order they were built in. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value))
}

/** What {@link canonicalJson} writes, as a value: for parts of a value whose other parts are in order by the way they are made. */
export function inCanonicalOrder<T>(value: T): T {
  return inOrder(value) as T
}

/**
 * The value with its keys in order, as `JSON.stringify` alone is several times as fast as with a function that it asks for every value; itself where they are in
 * order already, as those of most that is written by the thousand are.
 */
function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.every(isInOrder) ? value : value.map(inOrder)
  if ('toJSON' in value) return inOrder(JSON.parse(JSON.stringify(value)))
  if (isInOrder(value)) return value
  const keys = sortedKeys(value)
  const own = value as Readonly<Record<string, unknown>>
  // Assigning to this key would set what the copy inherits from.
  if (keys.includes('__proto__'))
    return Object.fromEntries(keys.map((key) => [key, inOrder(own[key])]))
  const copy: Record<string, unknown> = {}
  for (const key of keys) copy[key] = inOrder(own[key])
  return copy
}

function isInOrder(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return true
  if (Array.isArray(value)) return value.every(isInOrder)
  if ('toJSON' in value) return false
  const own = value as Readonly<Record<string, unknown>>
  let before = ''
  for (const key in own) {
    if (key < before || !Object.hasOwn(own, key) || !isInOrder(own[key])) return false
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
