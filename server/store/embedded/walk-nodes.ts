/** The nodes that a walk came by, numbered from 0 on. Most are never called by their keys, so that no text is made of these before it is asked for: they are told apart by the bytes in which the database hands them over. */
export interface WalkNodes {
  readonly size: number
  numberOf(key: string): number
  /** The same of a key that stands in bytes, which are kept. */
  numberAt(bytes: Uint8Array, start: number, end: number): number
  keyOf(node: number): string
}

const firstSlots = 1 << 12
const utf8 = { from: new TextEncoder(), to: new TextDecoder() }

/** A hash table with open addressing, at most half full; hashes by Fowler, Noll and Vo (FNV-1a). */
export function walkNodes(): WalkNodes {
  const texts = keptBytes()
  const hashes: number[] = []
  const keys: (string | undefined)[] = []
  const called = new Map<string, number>()
  let slots = new Int32Array(firstSlots)
  const put = (node: number) => {
    let slot = (hashes[node] ?? 0) & (slots.length - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = node + 1
  }
  const find = (hash: number, bytes: Uint8Array, start: number, end: number) => {
    for (let slot = hash & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
      const node = (slots[slot] ?? 0) - 1
      if (node < 0 || (hashes[node] === hash && texts.isAt(node, bytes, start, end))) return node
    }
  }
  const grow = () => {
    slots = new Int32Array(2 * slots.length)
    for (let node = 0; node < hashes.length; node += 1) put(node)
  }
  const numberAt = (bytes: Uint8Array, start: number, end: number) => {
    const hash = hashOf(bytes, start, end)
    const known = find(hash, bytes, start, end)
    if (0 <= known) return known
    if (slots.length < 2 * hashes.length) grow()
    const node = hashes.push(hash) - 1
    texts.add(bytes, start, end)
    keys.push(undefined)
    put(node)
    return node
  }
  return {
    get size() {
      return hashes.length
    },
    numberAt,
    numberOf(key) {
      const known = called.get(key)
      if (known !== undefined) return known
      const bytes = utf8.from.encode(key)
      return numberAt(bytes, 0, bytes.length)
    },
    keyOf(node) {
      const known = keys[node]
      if (known !== undefined) return known
      const key = utf8.to.decode(texts.at(node))
      keys[node] = key
      called.set(key, node)
      return key
    },
  }
}

/** Columns and no objects, as these would live as long as the walk. */
function keptBytes() {
  const [wholes, starts, ends] = [[] as Uint8Array[], [] as number[], [] as number[]]
  return {
    add(whole: Uint8Array, start: number, end: number) {
      wholes.push(whole)
      starts.push(start)
      ends.push(end)
    },
    at: (node: number) => wholes[node]?.subarray(starts[node], ends[node]),
    isAt(node: number, bytes: Uint8Array, start: number, end: number) {
      const [whole, from = 0] = [wholes[node], starts[node]]
      if (whole === undefined || (ends[node] ?? 0) - from !== end - start) return false
      for (let at = start; at < end; at += 1) {
        if (bytes[at] !== whole[from + at - start]) return false
      }
      return true
    },
  }
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
  return hash
}
