import type { BareNode } from '../../server/contract/graph.ts'
import { nodeKinds } from '../../server/contract/graph.ts'
import type { Label } from '../../server/picture/names.ts'
import { type ShopStatus, shopStatus, spanOf } from '../filter/facts.ts'
import { referenceText } from '../scene/format.ts'
import type { Scene } from '../scene/scene.ts'
import type { Cell, Column, Row } from './rows.ts'

export const thingColumns = [
  { id: 'kind' },
  { id: 'name' },
  { id: 'reference' },
  { id: 'status' },
  { id: 'opened' },
  { id: 'closed' },
  { id: 'holders', numeric: true },
  { id: 'generic' },
  { id: 'links', numeric: true },
] as const satisfies readonly Column[]

/** What the rows of things say in the reader's language. */
export interface ThingTexts {
  readonly kind: (kind: BareNode['kind']) => string
  readonly label: (node: BareNode) => Label
  readonly status: (status: ShopStatus) => string
  readonly generic: string
}

/** A row for everything of a scene that is not hidden, by kind and then as it came. */
export function thingRows(scene: Scene, asOf: string, texts: ThingTexts): readonly Row[] {
  const ties = tiesOf(scene)
  return [...scene.nodes.values()]
    .filter(({ key }) => !scene.hidden.has(key))
    .toSorted((a, b) => nodeKinds.indexOf(a.kind) - nodeKinds.indexOf(b.kind))
    .map((node) => ({
      id: node.key,
      selection: { kind: 'nodes', keys: [node.key] },
      kind: node.kind,
      thing: node,
      cells: cellsOf(node, { scene, asOf, texts, ties: ties.get(node.key) ?? 0 }),
    }))
}

interface Setting {
  readonly scene: Scene
  readonly asOf: string
  readonly texts: ThingTexts
  readonly ties: number
}

function cellsOf(node: BareNode, { scene, asOf, texts, ties }: Setting): readonly Cell[] {
  const status = shopStatus(node, asOf)
  const shop = node.kind === 'Shop' ? spanOf(node) : undefined
  const holders = scene.holders.get(node.key)
  return [
    { text: texts.kind(node.kind) },
    nameOf(node, texts.label(node)),
    { text: referenceText(node.key) },
    { text: status === undefined ? '' : texts.status(status) },
    { text: shop?.from ?? '' },
    { text: shop?.to ?? '' },
    { text: holders === undefined ? '' : String(holders), value: holders },
    { text: scene.generic.has(node.key) ? texts.generic : '' },
    { text: String(ties), value: ties },
  ]
}

/** The second line of a label belongs to the name only where it is the name in another script. */
function nameOf(node: BareNode, { name, detail }: Label): Cell {
  return name === node.name ? { text: name } : { text: name, second: detail }
}

function tiesOf({ edges, links, hidden }: Scene): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { from, to } of [...edges.values(), ...links.values()]) {
    if (hidden.has(from) || hidden.has(to)) continue
    for (const end of new Set([from, to])) counts.set(end, (counts.get(end) ?? 0) + 1)
  }
  return counts
}
