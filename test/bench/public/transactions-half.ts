/** One bit of a name: FNV-1a with the finish of a 32-bit mixer, as its own low bit is little mixed. Settings are chosen on the entities of half 0. */
export function halfOf(entity: string): 0 | 1 {
  let hash = 0x811c9dc5
  for (let place = 0; place < entity.length; place++)
    hash = Math.imul(hash ^ entity.charCodeAt(place), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 12
  return ((hash >>> 3) & 1) === 0 ? 0 : 1
}
