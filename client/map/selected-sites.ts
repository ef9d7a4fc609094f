import type { Scene, Selection } from '../scene/scene.ts'

/** What of a selection the map can mark: the selected things themselves, and where selected shops ship from and are supplied from. */
export function selectedSites(scene: Scene, selection: Selection | undefined): ReadonlySet<string> {
  const keys = new Set(keysOf(scene, selection))
  const shops = [...keys].filter((key) => key.startsWith('shop:'))
  if (shops.length === 0) return keys
  for (const { from, type, to } of scene.edges.values()) {
    if ((type === 'SHIPS_FROM' || type === 'SUPPLIED_BY') && keys.has(from)) keys.add(to)
  }
  return keys
}

function keysOf(scene: Scene, selection: Selection | undefined): readonly string[] {
  if (selection === undefined) return []
  if (selection.kind === 'nodes') return selection.keys
  const relation = (selection.kind === 'link' ? scene.links : scene.edges).get(selection.id)
  return relation === undefined ? [] : [relation.from, relation.to]
}
