import type { BareEdge } from '../../server/contract/graph.ts'
import type { Channel, Link } from '../../server/contract/ring.ts'
import type { Decision } from '../../server/contract/work.ts'
import { probabilityText } from '../../server/picture/probability.ts'
import { decisionsOn, statusOf } from '../inspector/pair.ts'
import { bitsText, referenceText } from '../scene/format.ts'
import type { Scene } from '../scene/scene.ts'
import type { Cell, Column, Row } from './rows.ts'

export const linkColumns = [
  { id: 'kind' },
  { id: 'from' },
  { id: 'to' },
  { id: 'probability', numeric: true },
  { id: 'bits', numeric: true },
  { id: 'gap', numeric: true },
  { id: 'channels' },
  { id: 'decision' },
] as const satisfies readonly Column[]

/** What the rows of links say in the reader's language. */
export interface LinkTexts {
  readonly link: (link: Link) => string
  readonly edge: (type: BareEdge['type']) => string
  readonly name: (key: string) => string | undefined
  readonly days: (count: number) => string
  readonly channels: (channels: readonly Channel[]) => string
  readonly decided: (status: NonNullable<ReturnType<typeof statusOf>>) => string
}

/** A row for every link that the run worked out, surest first, and for every relation that a record states. */
export function linkRows(
  scene: Scene,
  decisions: readonly Decision[],
  texts: LinkTexts,
): readonly Row[] {
  const shows = ({ from, to }: { readonly from: string; readonly to: string }) =>
    !scene.hidden.has(from) && !scene.hidden.has(to)
  const links = [...scene.links]
    .filter(([, link]) => shows(link))
    .toSorted(([, a], [, b]) => b.probability - a.probability)
  const edges = [...scene.edges].filter(([, edge]) => shows(edge))
  const said = byPair(decisions)
  return [
    ...links.map(
      ([id, link]): Row => ({
        id,
        selection: { kind: 'link', id },
        kind: link.kind,
        cells: cellsOf(link, said.get(pairId(link)) ?? [], texts),
      }),
    ),
    ...edges.map(
      ([id, edge]): Row => ({
        id,
        selection: { kind: 'edge', id },
        kind: edge.type,
        cells: [{ text: texts.edge(edge.type) }, endOf(edge.from, texts), endOf(edge.to, texts)],
      }),
    ),
  ]
}

function cellsOf(link: Link, decisions: readonly Decision[], texts: LinkTexts): readonly Cell[] {
  const { probability, bits, gapDays } = link
  const status = statusOf(decisionsOn(link, decisions))
  return [
    { text: texts.link(link) },
    endOf(link.from, texts),
    endOf(link.to, texts),
    { text: probabilityText(probability), value: probability },
    { text: bitsText(bits), value: bits },
    { text: gapDays === undefined ? '' : texts.days(gapDays), value: gapDays },
    { text: texts.channels(link.channels) },
    { text: status === undefined ? '' : texts.decided(status) },
  ]
}

/** A shop outside the scene goes by its platform and id. */
function endOf(key: string, { name }: LinkTexts): Cell {
  return { text: name(key) ?? referenceText(key) }
}

/** Grouped once, for a scene can have thousands of links and a store thousands of decisions. */
function byPair(decisions: readonly Decision[]): ReadonlyMap<string, readonly Decision[]> {
  const groups = new Map<string, Decision[]>()
  for (const decision of decisions) {
    const id = pairId({ from: decision.a, to: decision.b })
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [decision])
    else group.push(decision)
  }
  return groups
}

function pairId({ from, to }: { readonly from: string; readonly to: string }): string {
  return JSON.stringify([from, to].toSorted())
}
