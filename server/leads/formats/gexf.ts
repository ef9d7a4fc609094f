import { MultiDirectedGraph } from 'graphology'
import { write } from 'graphology-gexf'

import { bitsText } from '../numbers.ts'
import type { GraphRows } from './graph-rows.ts'
import { xmlText } from './xml-text.ts'

/** The ring as GEXF 1.2, for Gephi and whatever reads it: things as nodes, observed relations and derived links as edges. */
export function gexf({ entities, links }: GraphRows): string {
  const graph = new MultiDirectedGraph()
  const ids = new Map(entities.map(({ key }, index) => [key, idOf(key, index)]))
  for (const { key, kind, name, member, holders, generic, firstSeen, lastSeen } of entities) {
    graph.addNode(ids.get(key), {
      label: xmlText(name),
      key: xmlText(key),
      kind,
      member,
      holders: holders ?? '',
      generic,
      firstSeen: firstSeen ?? '',
      lastSeen: lastSeen ?? '',
    })
  }
  for (const [index, link] of links.entries()) {
    const from = ids.get(link.from)
    const to = ids.get(link.to)
    if (from === undefined || to === undefined) continue
    graph.addEdgeWithKey(`e${index + 1}`, from, to, {
      label: link.type,
      basis: link.basis,
      probability: link.probability ?? '',
      bits: link.bits === undefined ? '' : bitsText(link.bits),
      evidence: link.evidence.join(' '),
    })
  }
  return write(graph, { version: '1.2' })
}

/** Keys stay ids wherever XML can hold them. */
function idOf(key: string, index: number): string {
  return xmlText(key) === key ? key : `n${index + 1}`
}
