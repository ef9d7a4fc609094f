import type { Expanded, GraphReads } from './port.ts'

/** Expands a node by a page for each of its counts, where a page costs little to ask for. */
export async function expandByPages(
  graph: Pick<GraphReads, 'neighbourCounts' | 'neighbours'>,
  key: string,
  { most }: { readonly most: number },
): Promise<Expanded> {
  const counts = await graph.neighbourCounts(key)
  if (most < counts.reduce((sum, { count }) => sum + count, 0)) return { counts, items: [] }
  const pages = await Promise.all(
    counts.map(({ count, ...group }) => graph.neighbours(key, { ...group, limit: count })),
  )
  return { counts, items: pages.flatMap(({ items }) => items) }
}
