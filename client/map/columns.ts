import type { BareNode, NodeKind } from '../../server/contract/graph.ts'
import { levelCurve, round } from '../../server/picture/geometry.ts'
import type { MapInput } from '../../server/picture/map.ts'
import { arcWidth } from '../../server/picture/map-arcs.ts'
import { shareOf } from '../../server/picture/map-traffic.ts'
import { fitText, textWidth } from '../../server/picture/text-width.ts'
import type { Size } from '../graph/size.ts'
import type { Scene } from '../scene/scene.ts'

export interface ColumnNode {
  readonly node: BareNode
  /** Its two lines, cut to the room that they have. */
  readonly label: string
  readonly detail: string
  readonly x: number
  readonly y: number
  /** Shops of the scene that use it, or that its parcels were of. */
  readonly shops: number
  readonly parcels: number
  readonly share: number | undefined
  readonly shared: boolean
}

export interface ColumnTie {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly d: string
  readonly width: number
  readonly shared: boolean
  /** Parcels between a factory and an origin, shops between an origin and an account. */
  readonly count: number
  readonly of: 'parcels' | 'records' | 'shops'
}

/** What is known of a thing before it has a place. */
type Counted = Omit<ColumnNode, 'x' | 'y' | 'label' | 'detail'>

/** The two lines of a thing in the reader's language. */
export type TextOf = (
  entry: Pick<ColumnNode, 'node' | 'share' | 'shops'>,
) => Pick<ColumnNode, 'label' | 'detail'>

export interface Columns {
  readonly nodes: readonly ColumnNode[]
  readonly ties: readonly ColumnTie[]
  /** What found no room. */
  readonly left: number
  readonly xs: readonly number[]
}

const kinds = ['Factory', 'Origin', 'PaymentAccount'] as const
const rowLeast = 40
const rowMost = 62
const top = 52
const bottom = 36

/** A scene reduced to factories, origins and accounts paid, left to right, the strongest first. */
export function columnsOf(scene: Scene, input: MapInput, size: Size, textOf: TextOf): Columns {
  const { traffic, shared, shopsOf } = input
  const paid = payments(scene)
  const xs = [20, round(size.width * 0.42), round(size.width * 0.7)]
  const room = Math.max(1, Math.floor((size.height - top - bottom) / rowLeast))
  let left = 0
  const nodes = kinds.flatMap((kind, column) => {
    const all = shownOf(scene, kind).map(
      (node): Counted => ({
        node,
        shops:
          (kind === 'PaymentAccount' ? paid.shops.get(node.key)?.size : shopsOf.get(node.key)) ?? 0,
        parcels: traffic.parcelsAt.get(node.key) ?? 0,
        share: kind === 'Factory' ? shareOf(node.key, traffic) : undefined,
        shared: shared.has(node.key),
      }),
    )
    const shown = all.toSorted(strongestFirst).slice(0, room)
    left += all.length - shown.length
    const step = Math.min(rowMost, (size.height - top - bottom) / Math.max(1, shown.length))
    const x = xs[column] ?? 0
    const width = (xs[column + 1] ?? size.width + 36) - x - 58
    return shown.map((entry, index) => {
      const { label, detail } = textOf(entry)
      return {
        ...entry,
        label: fitText(label, 12, width),
        detail: fitText(detail, 11, width),
        x,
        y: round(top + step * (index + 0.5)),
      }
    })
  })
  return { nodes, ties: tiesOf(nodes, input, paid), left, xs }
}

function shownOf({ nodes, hidden }: Scene, kind: NodeKind): BareNode[] {
  return [...nodes.values()].filter((node) => node.kind === kind && !hidden.has(node.key))
}

interface Payments {
  readonly shops: ReadonlyMap<string, ReadonlySet<string>>
  /** Shops that ship from the first and are paid into the second, by both keys. */
  readonly between: ReadonlyMap<string, number>
}

function payments({ edges, hidden }: Scene): Payments {
  const shops = new Map<string, Set<string>>()
  const origins = new Map<string, Set<string>>()
  for (const { from, type, to } of edges.values()) {
    if (hidden.has(from)) continue
    const into = { PAID_INTO: shops, SHIPS_FROM: origins }[type as string]
    into?.set(to, (into.get(to) ?? new Set()).add(from))
  }
  const between = new Map<string, number>()
  for (const [origin, shipping] of origins) {
    for (const [account, paying] of shops) {
      const both = [...shipping].filter((shop) => paying.has(shop)).length
      if (0 < both) between.set(JSON.stringify([origin, account]), both)
    }
  }
  return { shops, between }
}

function tiesOf(nodes: readonly ColumnNode[], { traffic }: MapInput, paid: Payments): ColumnTie[] {
  const at = new Map(nodes.map((entry) => [entry.node.key, entry]))
  const most = Math.max(0, ...traffic.hops.map(({ parcels }) => parcels))
  const mostShops = Math.max(0, ...paid.between.values())
  const sent = traffic.hops.map(({ from, to, parcels, stated }) => ({
    from,
    to,
    count: 0 < parcels ? parcels : stated,
    width: 0 < parcels ? arcWidth(parcels, most) : 1,
    of: 0 < parcels ? ('parcels' as const) : ('records' as const),
  }))
  const through = [...paid.between].map(([id, count]) => {
    const [from = '', to = ''] = JSON.parse(id) as string[]
    return { from, to, count, width: arcWidth(count, mostShops) * 0.6, of: 'shops' as const }
  })
  return [...sent, ...through].flatMap((tie) => {
    const [a, b] = [at.get(tie.from), at.get(tie.to)]
    if (a === undefined || b === undefined) return []
    const start = { x: a.x + 22 + textRoom(a), y: a.y }
    const d = levelCurve(start, { x: b.x - 13, y: b.y })
    return [{ ...tie, id: `${tie.from} ${tie.to}`, d, shared: a.shared || b.shared }]
  })
}

/** Lines begin where the longer of the two texts ends. */
function textRoom({ label, detail }: ColumnNode): number {
  return Math.max(textWidth(label, 12), textWidth(detail, 11))
}

function strongestFirst(a: Counted, b: Counted): number {
  return (
    (b.share ?? 0) - (a.share ?? 0) ||
    b.parcels - a.parcels ||
    b.shops - a.shops ||
    (a.node.key < b.node.key ? -1 : 1)
  )
}
