/** JSON with sorted keys and no `undefined`: equal values give equal bytes, whatever order they were built in. */
export function canonicalJson(value: unknown): string {
  return written(value) as string
}

/** Gives the canonical JSON of what holds it already, so that it is not read only to be written again; `toJSON` gives the same to everybody else. */
export const asWritten = Symbol('as written')

interface Written {
  [asWritten](): string
}

/**
 * Undefined for what has no place in JSON. Text is put together here, as a sorted copy of every object for `JSON.stringify` takes half as long again and leaves as much
 * behind to be collected.
 */
function written(value: unknown): string | undefined {
  if (typeof value === 'string') return writtenText(value)
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null'
  if (value === null) return 'null'
  if (typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return writtenList(value)
  // What was typed may have this name and be no function.
  if ('toJSON' in value && typeof value.toJSON === 'function')
    return asWritten in value ? (value as Written)[asWritten]() : written(value.toJSON())
  return writtenObject(value as Readonly<Record<string, unknown>>)
}

/** What JSON may write in another way than it stands: all but quotes, backslashes, control characters and halves of surrogate pairs is left out. */
const escaped = /[^ !#-[\]-\ud7ff\ue000-\uffff]/

function writtenText(text: string): string {
  return escaped.test(text) ? JSON.stringify(text) : `"${text}"`
}

/** Lists of more are joined at once, as text of so many pieces is slow to put together. */
const fewItems = 64

function writtenList(items: readonly unknown[]): string {
  if (fewItems < items.length) return `[${items.map(writtenItem).join(',')}]`
  let text = ''
  for (let place = 0; place < items.length; place++)
    text += (place === 0 ? '' : ',') + writtenItem(items[place])
  return `[${text}]`
}

function writtenItem(item: unknown): string {
  return written(item) ?? 'null'
}

function writtenObject(object: Readonly<Record<string, unknown>>): string {
  const { sorted, heads } = shapeOf(Object.keys(object))
  let text = ''
  for (let place = 0; place < sorted.length; place++) {
    const value = written(object[sorted[place] as string])
    if (value !== undefined) text += (text === '' ? '' : ',') + heads[place] + value
  }
  return `{${text}}`
}

/** The keys of an object as it has them, in their order, and in this order as JSON begins their values with them. */
interface Shape {
  readonly keys: readonly string[]
  readonly sorted: readonly string[]
  readonly heads: readonly string[]
}

/** Most objects have one of few sets of keys, and those of late are known here by how many keys they have. */
const shapes: Shape[][] = []
/** So many sets of one size are known at most, and none of more keys. */
const knownOfSize = 8
const knownKeys = 64

function shapeOf(keys: readonly string[]): Shape {
  const known = shapes[keys.length]
  if (known !== undefined) {
    for (let place = 0; place < known.length; place++) {
      const shape = known[place] as Shape
      if (!isEqual(shape.keys, keys)) continue
      // What is asked for often comes to stand first.
      known[place] = known[place >> 1] as Shape
      known[place >> 1] = shape
      return shape
    }
  }
  const shape = newShape(keys)
  if (keys.length <= knownKeys)
    shapes[keys.length] = [shape, ...(known ?? [])].slice(0, knownOfSize)
  return shape
}

function isEqual(one: readonly string[], other: readonly string[]): boolean {
  for (let place = 0; place < one.length; place++) if (one[place] !== other[place]) return false
  return true
}

/** Keys that are whole numbers come first, in the order of numbers, as JavaScript keeps them whatever else is asked of it. */
function newShape(keys: readonly string[]): Shape {
  const inOrder = Object.fromEntries(keys.toSorted(compareText).map((key) => [key, true]))
  const sorted = Object.keys(inOrder)
  return { keys, sorted, heads: sorted.map((key) => `${JSON.stringify(key)}:`) }
}

/** Orders text by UTF-16 code unit, as both stores do for keys; never by locale. */
export function compareText(a: string, b: string): number {
  if (a < b) return -1
  return b < a ? 1 : 0
}
