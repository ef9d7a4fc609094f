import { levelCurve, line } from './geometry.ts'
import type { Item } from './lane-columns.ts'
import type { Plan } from './lane-ground.ts'
import type { Row } from './lane-rows.ts'
import { edgeId } from './ring-picture.ts'
import type { Shape, ShapeStyle } from './shape.ts'

/** The edges between rows and the values beside them: a curve to the edge of the track, then along the row. */
export function edgeShapes(plan: Plan): readonly Shape[] {
  const curves = plan.columns.items.flatMap((item) =>
    item.held.map((held) => ({ item, ...held, style: styleOf(item) })),
  )
  const plain = curves.filter(({ style }) => style !== 'only-join')
  const joining = curves.filter(({ style }) => style === 'only-join')
  return [
    ...plain.map((curve) => curveOf(curve, plan)),
    ...plan.rows.flatMap((row) => alongRow(row, plan)),
    ...joining.map((curve) => curveOf(curve, plan)),
  ]
}

function styleOf(item: Item): ShapeStyle {
  if (item.joins !== undefined) return 'only-join'
  return item.generic ? 'edge-shared' : 'edge'
}

type Curve = Item['held'][number] & { readonly item: Item; readonly style: ShapeStyle }

function curveOf({ item, row, edge, style }: Curve, { frame }: Plan): Shape {
  const { track, column, leftNode, rightNode } = frame
  const d =
    item.side === 'left'
      ? levelCurve({ x: leftNode + column + 20, y: item.y }, { x: track.left, y: row.y })
      : levelCurve({ x: track.right + 10, y: row.y }, { x: rightNode - 12, y: item.y })
  return { shape: 'path', style, d, subject: { of: 'edge', id: edgeId(edge) }, ghost: row.ghost }
}

/** Lines from both edges of the track to the shop, where anything is joined at that side. */
function alongRow(row: Row, { columns, frame }: Plan): readonly Shape[] {
  const items = columns.items.filter(({ held }) => held.some((one) => one.row === row))
  const joined = items.some(({ joins }) => joins !== undefined)
  const { left, right } = frame.track
  const subject = { of: 'node', id: row.shop.key } as const
  const parts = [
    { side: 'left', from: left, to: row.extent.left, style: joined ? 'only-join' : 'row' },
    { side: 'right', from: row.extent.right, to: right + 10, style: 'row' },
  ] as const
  return parts.flatMap(({ side, from, to, style }): Shape[] =>
    from < to && items.some((item) => item.side === side)
      ? [
          {
            shape: 'path',
            style,
            d: line({ x: from, y: row.y }, { x: to, y: row.y }),
            subject,
            ghost: row.ghost,
          },
        ]
      : [],
  )
}
