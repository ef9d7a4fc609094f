import { xmlElement, xmlText } from '../../domain/xml-text.ts'
import { edgeAttributes, type GraphAttribute, nodeAttributes } from './graph-attributes.ts'
import type { EntityRow, GraphRows, LinkRow } from './graph-rows.ts'

/**
 * The ring as GEXF 1.2, for Gephi and whatever reads it: things as nodes, observed relations and derived links as edges.
 * Source: GEXF 1.2 draft primer, gexf.net.
 */
export function gexf({ entities, links }: GraphRows): string {
  const ids = new Map(entities.map(({ key }, index) => [key, idOf(key, index)]))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">',
    '<meta><creator>Revenant</creator></meta>',
    '<graph defaultedgetype="directed" mode="static">',
    declared('node', ownNode),
    declared('edge', ownEdge),
    '<nodes>',
    ...entities.map((row) =>
      xmlElement('node', { id: ids.get(row.key), label: row.name }, values(row, ownNode)),
    ),
    '</nodes>',
    '<edges>',
    ...links.flatMap((row, index) => {
      const [source, target] = [ids.get(row.from), ids.get(row.to)]
      if (source === undefined || target === undefined) return []
      const attributes = { id: `e${index + 1}`, source, target, label: row.type }
      return [xmlElement('edge', attributes, values(row, ownEdge))]
    }),
    '</edges>',
    '</graph>',
    '</gexf>',
    '',
  ].join('\n')
}

/** A label is an attribute of the format's own. */
const ownNode: readonly GraphAttribute<EntityRow>[] = nodeAttributes.filter(
  ({ name }) => name !== 'label',
)
const ownEdge: readonly GraphAttribute<LinkRow>[] = edgeAttributes

/** The format has names of its own for types. */
const types = { string: 'string', boolean: 'boolean', int: 'integer', double: 'double' } as const

function declared<Row>(of: 'node' | 'edge', attributes: readonly GraphAttribute<Row>[]): string {
  const inside = attributes.map(({ name, type }) =>
    xmlElement('attribute', { id: name, title: name, type: types[type] }),
  )
  return xmlElement('attributes', { class: of }, inside.join(''))
}

function values<Row>(row: Row, attributes: readonly GraphAttribute<Row>[]): string {
  const inside = attributes.flatMap(({ name, of }) => {
    const value = of(row)
    return value === undefined ? [] : [xmlElement('attvalue', { for: name, value })]
  })
  return xmlElement('attvalues', {}, inside.join(''))
}

/** Keys stay ids wherever XML can hold them. */
function idOf(key: string, index: number): string {
  return xmlText(key) === key ? key : `n${index + 1}`
}
