import { xmlElement } from '../../domain/xml-text.ts'
import { attributeClasses, attributesOf } from './anx-attributes.ts'
import { type Point, placesOf } from './anx-places.ts'
import type { EntityRow, GraphRows, LinkRow } from './graph-rows.ts'

/**
 * The ring as an Analyst's Notebook Exchange chart, which i2 Analyst's Notebook opens without an import specification: each thing as an icon, each
 * relation and link as a line, evidence ids as attributes. Written after files of public exporters and not tested in i2, which nobody here has; the
 * collections stand in the order that those files have, ids share one namespace, and dates have no zone.
 */
export function anx({ entities, links }: GraphRows): string {
  const ids = new Map(entities.map(({ key }, index) => [key, index + 1]))
  const types = {
    entity: numbered(entities.map(({ kind }) => kind)),
    link: numbered(links.map(({ type }) => type)),
  }
  const places = placesOf(entities)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Chart IdReferenceLinking="true" Rigorous="true">',
    xmlElement('StrengthCollection', {}, strengths.map(strength).join('')),
    xmlElement('LinkTypeCollection', {}, [...types.link].map(linkType).join('')),
    xmlElement('EntityTypeCollection', {}, [...types.entity].map(entityType).join('')),
    xmlElement('AttributeClassCollection', {}, attributeClasses()),
    '<ChartItemCollection>',
    ...entities.map((row, index) => entityItem(row, index + 1, types.entity, places[index])),
    ...links.flatMap((row, index) => {
      const [from, to] = [ids.get(row.from), ids.get(row.to)]
      return from === undefined || to === undefined
        ? []
        : [linkItem(row, entities.length + index + 1, types.link, [from, to])]
    }),
    '</ChartItemCollection>',
    '</Chart>',
    '',
  ].join('\n')
}

/** What rows say is drawn whole, what was computed broken. */
const strengths = [
  { basis: 'observed', id: 's1', name: 'Confirmed', dots: 'DotStyleSolid' },
  { basis: 'derived', id: 's2', name: 'Unconfirmed', dots: 'DotStyleDashed' },
] as const

function strength({ id, name, dots }: (typeof strengths)[number]): string {
  return xmlElement('Strength', { Id: id, Name: name, DotStyle: dots })
}

type Numbers = ReadonlyMap<string, number>

function numbered(names: readonly string[]): Numbers {
  return new Map([...new Set(names)].toSorted().map((name, index) => [name, index + 1]))
}

function linkType([name, number]: readonly [string, number]): string {
  return xmlElement('LinkType', { Id: `l${number}`, Name: words(name), Colour: 0 })
}

/** Pictures that every installation of i2 is known to have. */
const icons: Readonly<Record<string, string>> = {
  Shop: 'Website',
  Identity: 'Person',
  Contact: 'Phone',
  PaymentAccount: 'Account',
  Origin: 'Place',
  Factory: 'Factory',
  Place: 'Place',
}

function entityType([name, number]: readonly [string, number]): string {
  return xmlElement('EntityType', {
    Id: `t${number}`,
    Name: name,
    IconFile: icons[name] ?? 'General',
    PreferredRepresentation: 'RepresentAsIcon',
    Colour: 0,
  })
}

function entityItem(
  row: EntityRow,
  number: number,
  types: Numbers,
  { x, y }: Point = { x: 0, y: 0 },
): string {
  const style = { Type: row.kind, EntityTypeReference: `t${types.get(row.kind)}` }
  const icon = xmlElement('Icon', {}, xmlElement('IconStyle', style))
  const entity = { EntityId: `n${number}`, Identity: row.key, LabelIsIdentity: false }
  const end = xmlElement('End', { X: x, Y: y, Z: 0 }, xmlElement('Entity', entity, icon))
  const item = { Id: `c${number}`, Label: row.name, XPosition: x, ...sighting(row) }
  return xmlElement('ChartItem', item, `${end}${attributesOf(row, 'entity')}`)
}

function linkItem(
  row: LinkRow,
  number: number,
  types: Numbers,
  [from, to]: readonly [number, number],
): string {
  const { basis, type } = row
  const drawn = strengths.find((one) => one.basis === basis) ?? strengths[0]
  const style = xmlElement('LinkStyle', {
    ArrowStyle: 'ArrowOnHead',
    MlStyle: 'MultiplicityMultiple',
    Strength: drawn.name,
    StrengthReference: drawn.id,
    Type: words(type),
    LinkTypeReference: `l${types.get(type)}`,
  })
  const ends = {
    End1Id: `n${from}`,
    End2Id: `n${to}`,
    End1Reference: `c${from}`,
    End2Reference: `c${to}`,
  }
  const item = { Id: `c${number}`, Label: words(type), ...sighting(row) }
  const inside = `${xmlElement('Link', ends, style)}${attributesOf(row, 'link')}`
  return xmlElement('ChartItem', item, inside)
}

/** When it was first seen, and the files that say so; the rows are attributes, which have no limit of length. */
function sighting({ firstSeen, evidence }: Pick<LinkRow, 'firstSeen' | 'evidence'>) {
  const files = [...new Set(evidence.map((id) => id.replace(/:.*$/, '')))]
  return {
    DateSet: firstSeen !== undefined,
    TimeSet: false,
    ...(firstSeen !== undefined && { DateTime: `${firstSeen}T00:00:00` }),
    ...(0 < files.length && { SourceReference: files.join(' '), SourceType: 'Revenant' }),
  }
}

function words(type: string): string {
  return type.toLowerCase().replaceAll('_', ' ')
}
