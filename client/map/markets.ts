import type { Scene } from '../scene/scene.ts'

export interface Market {
  readonly platform: string
  readonly shops: number
}

/** Where the shops of a scene sell: platforms, which are nowhere on a map. Most shops first. */
export function marketsOf({ nodes, hidden }: Scene): readonly Market[] {
  const shops = new Map<string, number>()
  for (const { key, kind } of nodes.values()) {
    if (kind !== 'Shop' || hidden.has(key)) continue
    const platform = key.slice(key.indexOf(':') + 1, key.indexOf('/'))
    shops.set(platform, (shops.get(platform) ?? 0) + 1)
  }
  return [...shops]
    .map(([platform, count]) => ({ platform, shops: count }))
    .toSorted((a, b) => b.shops - a.shops || (a.platform < b.platform ? -1 : 1))
}
