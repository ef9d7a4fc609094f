import { xmlElement } from '../../domain/xml-text.ts'
import type { EntityRow, LinkRow } from './graph-rows.ts'

type Value = string | number | boolean | undefined

interface AttributeClass {
  readonly name: string
  readonly type: 'AttText' | 'AttNumber' | 'AttFlag' | 'AttTime'
  readonly entity?: (row: EntityRow) => Value
  readonly link?: (row: LinkRow) => Value
}

const classes: readonly AttributeClass[] = [
  {
    name: 'Evidence',
    type: 'AttText',
    entity: ({ evidence }) => evidence.join(' ') || undefined,
    link: ({ evidence }) => evidence.join(' ') || undefined,
  },
  { name: 'Key', type: 'AttText', entity: ({ key }) => key },
  { name: 'POLE', type: 'AttText', entity: ({ pole }) => pole },
  { name: 'In the ring', type: 'AttFlag', entity: ({ member }) => member },
  { name: 'Shops that hold it', type: 'AttNumber', entity: ({ holders }) => holders },
  { name: 'Counts for nothing', type: 'AttFlag', entity: ({ generic }) => generic },
  { name: 'Basis', type: 'AttText', link: ({ basis }) => basis },
  { name: 'Probability', type: 'AttNumber', link: ({ probability }) => probability },
  { name: 'Bits', type: 'AttNumber', link: ({ bits }) => bits },
  {
    name: 'Last seen',
    type: 'AttTime',
    entity: ({ lastSeen }) => lastSeen && `${lastSeen}T00:00:00`,
    link: ({ lastSeen }) => lastSeen && `${lastSeen}T00:00:00`,
  },
  {
    name: 'Properties',
    type: 'AttText',
    entity: ({ properties }) => said(properties),
    link: ({ properties }) => said(properties),
  },
]

/** The kinds of attribute that the chart's items have. */
export function attributeClasses(): string {
  return classes
    .map(({ name, type }, index) =>
      xmlElement('AttributeClass', {
        Id: idOf(index),
        Name: name,
        Type: type,
        IsUser: true,
        ShowIfSet: true,
        ShowValue: true,
        UserCanAdd: true,
        UserCanRemove: true,
        Visible: false,
      }),
    )
    .join('')
}

/** The attributes of one item, those without a value left out. */
export function attributesOf(row: EntityRow, of: 'entity'): string
export function attributesOf(row: LinkRow, of: 'link'): string
export function attributesOf(row: EntityRow | LinkRow, of: 'entity' | 'link'): string {
  const inside = classes.flatMap((one, index) => {
    const value = one[of]?.(row as never)
    if (value === undefined) return []
    const attributes = { AttributeClass: one.name, AttributeClassReference: idOf(index) }
    return [xmlElement('Attribute', { ...attributes, Value: value })]
  })
  return inside.length === 0 ? '' : xmlElement('AttributeCollection', {}, inside.join(''))
}

function idOf(index: number): string {
  return `a${index + 1}`
}

function said(properties: string): string | undefined {
  return properties === '{}' ? undefined : properties
}
