import { compareText } from '../../domain/canonical.ts'
import { compareSteps, type Step } from '../steps.ts'

/** The steps of every set of shops that steps connect, by its first shop; within each surest first. */
export function componentsOf(steps: readonly Step[]): Step[][] {
  const sorted = steps.toSorted(compareSteps)
  const trees = new Map<string, Tree>()
  for (const { a, b } of sorted) join(treeOf(trees, a), treeOf(trees, b))
  const components = new Map<Tree, Step[]>()
  for (const step of sorted) {
    const root = rootOf(treeOf(trees, step.a))
    const own = components.get(root)
    if (own === undefined) components.set(root, [step])
    else own.push(step)
  }
  return [...components].toSorted(([x], [y]) => compareText(x.first, y.first)).map(([, own]) => own)
}

/** A shop among those that it is connected with (union by size and find). */
interface Tree {
  parent: Tree | undefined
  /** Of a root: the first shop of its tree by key, and how many there are. */
  first: string
  size: number
}

function treeOf(trees: Map<string, Tree>, shop: string): Tree {
  const known = trees.get(shop)
  if (known !== undefined) return known
  const tree = { parent: undefined, first: shop, size: 1 }
  trees.set(shop, tree)
  return tree
}

/** Union by size keeps the way to a root shorter than the logarithm of the shops. */
function rootOf(tree: Tree): Tree {
  let root = tree
  while (root.parent !== undefined) root = root.parent
  return root
}

function join(one: Tree, other: Tree): void {
  const [a, b] = [rootOf(one), rootOf(other)]
  if (a === b) return
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  small.parent = large
  large.size += small.size
  if (compareText(small.first, large.first) < 0) large.first = small.first
}
