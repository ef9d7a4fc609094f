import type { ShopFace } from '../../server/contract/desk.ts'

type FaceValue = ShopFace['values'][number]

/** What both shops show in one relation, side by side. */
export interface ReviewRow {
  readonly type: FaceValue['type']
  readonly direction: FaceValue['direction']
  readonly kind: FaceValue['node']['kind']
  readonly a: readonly FaceValue[]
  readonly b: readonly FaceValue[]
}

/** One row for each relation that either shop has, in the order in which they are first met. */
export function reviewRows(a: ShopFace, b: ShopFace): readonly ReviewRow[] {
  const all = [...a.values, ...b.values]
  const first = new Map(all.map((value) => [rowOf(value), value]))
  return [...first].map(([row, { type, direction, node }]) => ({
    type,
    direction,
    kind: node.kind,
    a: a.values.filter((value) => rowOf(value) === row),
    b: b.values.filter((value) => rowOf(value) === row),
  }))
}

/** Keys of what both shops show. */
export function shownByBoth(a: ShopFace, b: ShopFace): ReadonlySet<string> {
  const there = new Set(b.values.map(({ node }) => node.key))
  return new Set(a.values.map(({ node }) => node.key).filter((key) => there.has(key)))
}

function rowOf({ type, direction, node }: FaceValue): string {
  return `${type} ${direction} ${node.kind}`
}
