import { compareText } from '../../domain/canonical.ts'

interface LabelledPair {
  readonly a: string
  readonly b: string
  /** Whether the label says that one controller runs both. */
  readonly same: boolean
}

/**
 * The folds of both ends of every pair, the lower first, each from 0 to `folds` − 1. Shops that `same` labels tie together, directly or through
 * others, are one controller and lie in one fold, drawn by the hash of the controller's first shop. Independent of the order of the pairs.
 */
export function foldsOf(
  pairs: readonly LabelledPair[],
  folds: number,
): readonly (readonly [number, number])[] {
  const parent = new Map<string, string>()
  for (const { a, b, same } of pairs) {
    if (!same) continue
    const [x, y] = [rootOf(parent, a), rootOf(parent, b)].toSorted(compareText)
    if (x !== undefined && y !== undefined && x !== y) parent.set(y, x)
  }
  const foldOf = (shop: string) => hash(rootOf(parent, shop)) % folds
  return pairs.map(({ a, b }) => {
    const [x, y] = [foldOf(a), foldOf(b)]
    return [Math.min(x, y), Math.max(x, y)]
  })
}

/** Roots are the first shop by key, since the later one always comes under the earlier. */
function rootOf(parent: Map<string, string>, shop: string): string {
  let root = shop
  for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up
  if (root !== shop) parent.set(shop, root)
  return root
}

/** FNV-1a over UTF-16 units (Fowler, Noll and Vo, draft-eastlake-fnv), finished as in MurmurHash3, since `%` looks at the low bits alone. */
function hash(text: string): number {
  let sum = 0x811c9dc5
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193)
  const mixed = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b)
  return (mixed ^ (mixed >>> 13)) >>> 0
}
