import type { TieStyle } from '../../server/picture/network-graph.ts'
import type { Theme } from '../../server/picture/theme.ts'
import type { DrawnNode, DrawnTie } from './drawing.ts'

const faint = { dim: 0.55, ghost: 0.6, tie: 0.72 }

/** Fill and rim of a node's disc. What is hollow takes the color of the ground, its dotted rim is painted over it. */
export function nodeColors(node: DrawnNode, theme: Theme): { color: string; rim: string } {
  const share = node.dim ? faint.dim : Number(node.ghost) * faint.ghost
  if (node.generic || node.candidate !== 'none') return { color: theme.canvas, rim: theme.canvas }
  const rim = theme[node.status === 'closed' ? 'closed' : 'node-ring']
  return {
    color: mixed(theme[node.fill], theme.hull, share),
    rim: mixed(rim, theme.hull, share),
  }
}

const tieTokens: Record<TieStyle, 'edge' | 'account' | 'closed' | 'edge-strong' | 'unknown'> = {
  edge: 'edge',
  'edge-shared': 'edge',
  'only-join': 'account',
  'came-back': 'closed',
  'one-controller': 'edge-strong',
  'shares-supply': 'unknown',
}

export function tieColor({ style, dim, ghost, selected }: DrawnTie, theme: Theme): string {
  const token = selected && style === 'edge' ? 'edge-strong' : tieTokens[style]
  return mixed(theme[token], theme.hull, ghost ? faint.tie : Number(dim) * faint.dim)
}

/** `share` of the way from one color to another; both `#rrggbb`. The renderer blends no transparency of its own. */
function mixed(from: string, to: string, share: number): string {
  if (share === 0) return from
  const channels = [1, 3, 5].map((start) => {
    const [a, b] = [from, to].map((color) => Number.parseInt(color.slice(start, start + 2), 16))
    return Math.round((a ?? 0) + ((b ?? 0) - (a ?? 0)) * share)
  })
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
