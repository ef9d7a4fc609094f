import type { Point } from '../../server/picture/geometry.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

interface Walkable extends Point {
  readonly key: string
}

/** The node that an arrow key leads to: the nearest one in that direction, where sideways counts double. */
export function nextInDirection(
  nodes: readonly Walkable[],
  from: Walkable,
  direction: Direction,
): string | undefined {
  let best: { key: string; cost: number } | undefined
  for (const node of nodes) {
    const { ahead, aside } = along(direction, node.x - from.x, node.y - from.y)
    if (node.key === from.key || ahead <= 0 || 2.5 * ahead < aside) continue
    const cost = ahead + 2 * aside
    const better =
      best === undefined || cost < best.cost || (cost === best.cost && node.key < best.key)
    if (better) best = { key: node.key, cost }
  }
  return best?.key
}

function along(direction: Direction, dx: number, dy: number): { ahead: number; aside: number } {
  const across = { ahead: direction === 'left' ? -dx : dx, aside: Math.abs(dy) }
  const down = { ahead: direction === 'up' ? -dy : dy, aside: Math.abs(dx) }
  return direction === 'left' || direction === 'right' ? across : down
}
