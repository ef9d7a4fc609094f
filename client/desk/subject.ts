import type { Selection } from '../scene/scene.ts'
import type { ExplorerState } from '../scene/store.ts'

/** The two ends that the id of a link names, as scene.ts writes it; undefined for a thing. */
export function endsOf(id: string): { from: string; to: string; kind: string } | undefined {
  if (!id.startsWith('[')) return undefined
  const parts: unknown = parsed(id)
  if (!Array.isArray(parts) || parts.length !== 3) return undefined
  const [from, kind, to] = parts.map(String)
  if (from === undefined || kind === undefined || to === undefined) return undefined
  return { from, kind, to }
}

/** Every thing that ids of things and links name, each once, sorted. */
export function thingsNamed(ids: readonly string[]): readonly string[] {
  const things = ids.flatMap((id) => {
    const ends = endsOf(id)
    return ends === undefined ? [id] : [ends.from, ends.to]
  })
  return [...new Set(things)].toSorted()
}

/** What of a selection can be laid aside: things and links; of an observed relation its two ends. */
export function subjectsIn(
  selection: Selection | undefined,
  { scene }: ExplorerState['view'],
): readonly string[] {
  if (selection === undefined) return []
  if (selection.kind === 'nodes') return selection.keys
  if (selection.kind === 'link') return [selection.id]
  const edge = scene.edges.get(selection.id)
  return edge === undefined ? [] : [edge.from, edge.to]
}

/** The list with one id moved by so many places; the same list where there is no room. */
export function moved(ids: readonly string[], id: string, by: number): readonly string[] {
  const from = ids.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || ids.length <= to) return ids
  return ids.toSpliced(from, 1).toSpliced(to, 0, id)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
