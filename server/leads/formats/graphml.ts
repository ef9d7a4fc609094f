import { xmlElement, xmlEscaped } from '../../domain/xml-text.ts'
import { edgeAttributes, type GraphAttribute, nodeAttributes } from './graph-attributes.ts'
import type { GraphRows } from './graph-rows.ts'

/**
 * The ring as GraphML 1.0 with typed attributes, for Cytoscape, yEd, NetworkX and Neo4j: things as nodes `n1`…, relations and links as edges `e1`….
 * Source: U. Brandes et al., GraphML Progress Report, Graph Drawing 2001, DOI 10.1007/3-540-45848-4_59.
 */
export function graphml({ entities, links }: GraphRows): string {
  const ids = new Map(entities.map(({ key }, index) => [key, `n${index + 1}`]))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...nodeAttributes.map((attribute) => declared(attribute, 'node')),
    ...edgeAttributes.map((attribute) => declared(attribute, 'edge')),
    '<graph id="ring" edgedefault="directed">',
    ...entities.map((row) =>
      xmlElement('node', { id: ids.get(row.key) }, values(row, nodeAttributes, 'node')),
    ),
    ...links.flatMap((row, index) => {
      const [source, target] = [ids.get(row.from), ids.get(row.to)]
      if (source === undefined || target === undefined) return []
      const inside = values(row, edgeAttributes, 'edge')
      return [xmlElement('edge', { id: `e${index + 1}`, source, target }, inside)]
    }),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n')
}

type Domain = 'node' | 'edge'

function declared<Row>({ name, type }: GraphAttribute<Row>, domain: Domain): string {
  return xmlElement('key', {
    id: keyId(name, domain),
    for: domain,
    'attr.name': name,
    'attr.type': type,
  })
}

function values<Row>(row: Row, attributes: readonly GraphAttribute<Row>[], domain: Domain): string {
  return attributes
    .map(({ name, of }) => {
      const value = of(row)
      if (value === undefined) return ''
      return xmlElement('data', { key: keyId(name, domain) }, xmlEscaped(String(value)))
    })
    .join('')
}

/** Nodes and edges may declare an attribute of one name with two types; the ids tell them apart. */
function keyId(name: string, domain: Domain): string {
  return `${domain}-${name}`
}
