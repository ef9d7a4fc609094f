import type { Reading } from './reading.ts'

export interface Counted {
  readonly node: number
  /** Its relations. */
  readonly count: number
}

/** What a search may still read, and which nodes it put off as they have too many relations. */
export interface Spending {
  /** Nodes that there is room for. */
  room(): number
  /** Nodes that were read or put off. */
  nodes(): number
  /** Those of the nodes that are read now; the others are put off. */
  take(nodes: readonly Counted[]): readonly Counted[]
  /** The smallest of those that were put off, where there is room for all of its relations. */
  takeHub(): Counted | undefined
  hubs(): readonly Counted[]
}

export function spendingOf({ nodesBudget, relationsBudget, hubFrom }: Reading): Spending {
  const hubs = new Map<number, number>()
  let read = 0
  let relations = 0
  const spend = ({ count }: Counted) => {
    read += 1
    relations += count
  }
  return {
    room: () => Math.max(0, nodesBudget - read - hubs.size),
    nodes: () => read + hubs.size,
    take: (nodes) =>
      nodes.filter((own) => {
        const fits = own.count <= hubFrom && relations + own.count <= relationsBudget
        if (fits) spend(own)
        else hubs.set(own.node, own.count)
        return fits
      }),
    takeHub() {
      const hub = smallest(hubs)
      if (hub === undefined || relationsBudget < relations + hub.count) return undefined
      hubs.delete(hub.node)
      spend(hub)
      return hub
    },
    hubs: () => [...hubs].map(([node, count]) => ({ node, count })),
  }
}

function smallest(hubs: ReadonlyMap<number, number>): Counted | undefined {
  let least: Counted | undefined
  for (const [node, count] of hubs) {
    if (least === undefined || count < least.count) least = { node, count }
  }
  return least
}
